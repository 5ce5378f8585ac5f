import { lerPagina } from '../../scripts/ranking.ts';
import { conferirRanking } from '../../scripts/lib/ranking.ts';
import { expect, test } from '../support/demo.ts';

test('[SIC-17] the pages of the demo court show every item of the ranking about the SIC and the Ouvidoria', async ({ page, demo }) => {
  const ler = (path: string) => lerPagina(page, demo.url + path);
  const itens = conferirRanking({
    inicio: await ler('index.html'),
    unidades: await ler('balcao.html'),
    sic: await ler('sic.html'),
    ouvidoria: await ler('ouvidoria.html'),
    acompanhar: await ler('acompanhar.html'),
    perguntas: await ler('perguntas.html'),
  });
  expect(itens.filter(({ atende }) => !atende).map(({ numero, pergunta }) => `${numero}. ${pergunta}`)).toEqual([]);
});
