/**
 * `npm run tema:conferir -- tema.css`: the contrast of a court's own theme, in every look of the kit. Says which pair of colours is too
 * close and by how much; fails when one is, or when a name is not one of the kit's.
 */
import { readFileSync } from 'node:fs';
import { ler, medir, PARES, type Medida } from './lib/tema/contraste.ts';

const LOOK = { light: 'claro', dark: 'escuro', auto: 'automático, em aparelho no modo escuro' };
const file = process.argv[2];

if (!file) {
  console.error('Diga qual é a folha de estilo: npm run tema:conferir -- meu-tema.css');
  process.exitCode = 2;
} else {
  const { tema, auto, desconhecidas } = ler(readFileSync(file, 'utf8'));
  const looks: [keyof typeof LOOK, Medida[]][] = [
    ['light', medir(tema, ['light'])],
    ['dark', medir(tema, ['dark'])],
    ['auto', medir({ light: tema.light, dark: auto }, ['dark'])],
  ];
  for (const name of desconhecidas) console.log(`${name}: o kit não conhece essa propriedade`);
  let bad = desconhecidas.length;
  for (const [look, measured] of looks) {
    const failing = measured.filter(({ passa }) => !passa);
    bad += failing.length;
    if (failing.length === 0) console.log(`${LOOK[look]}: os ${PARES.length} pares passam`);
    for (const { frente, fundo, cores, razao, minimo, onde } of failing) {
      const quanto = razao === null ? 'não sei medir esta cor: escreva #rrggbb' : `${razao.toLocaleString('pt-BR')}:1, precisa de ${minimo.toLocaleString('pt-BR')}:1`;
      console.log(`${LOOK[look]}: ${frente} (${cores[0]}) sobre ${fundo} (${cores[1]}): ${quanto} (${onde})`);
    }
  }
  console.log(bad === 0 ? 'Tema pronto para publicar.' : `${bad} ${bad === 1 ? 'coisa' : 'coisas'} a corrigir.`);
  process.exitCode = bad === 0 ? 0 : 1;
}
