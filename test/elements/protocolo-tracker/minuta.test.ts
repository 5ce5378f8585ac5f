import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { minutaRecurso, recorrida } from '../../../src/elements/protocolo-tracker/minuta.ts';
import { acompanharAtos } from '../../../src/i18n/pt-br/acompanhar-atos.ts';
import { createTranslate, type Translate } from '../../../src/i18n/translate.ts';
import { MAX_RELATO } from '../../../src/config/limits.ts';
import { CASO_NEGADO, CASO_RECURSO_NEGADO, CASO_RESPONDIDO } from '../../../stories/protocolo-tracker/cases.ts';

const t = createTranslate(acompanharAtos) as Translate;

describe('beginning of an appeal', () => {
  it('[SIC-12] says which case, who decided what and when, when it was known, its words, its grounds, and what is asked', () => {
    assert.equal(
      minutaRecurso(t, CASO_NEGADO, 'Resolução CNJ 215/2015, art. 18'),
      [
        'Protocolo: 2026.000123-8',
        'Decisão de 24/11/2026 (Secretaria de Administração): foi negado o acesso à informação que pedi. Soube da decisão em 25/11/2026.',
        'A decisão diz: “O pedido foi negado. Os contratos de 2024 com as empresas de segurança trazem a planta das portas de entrada e os horários das rondas.”',
        'O motivo dado foi: “Informação que põe em risco a segurança de instituições (Lei 12.527/2011, art. 23, VII; Resolução CNJ 215/2015, art. 25).”',
        'Recorro dessa decisão (Resolução CNJ 215/2015, art. 18) e peço que ela seja revista e que a informação seja entregue.',
        '',
      ].join('\n\n'),
    );
  });

  it('[SIC-12] is against the last refusal: the second appeal quotes the decision on the first', () => {
    const text = minutaRecurso(t, CASO_RECURSO_NEGADO, 'x');
    assert.match(text, /Decisão de 01\/12\/2026 \(Diretoria-Geral\): meu recurso não foi aceito\. Soube da decisão em 02\/12\/2026/);
    assert.doesNotMatch(text, /Secretaria de Administração/);
  });

  it('says that a refusal gives no grounds, which is itself a reason to appeal', () => {
    const [decisao] = CASO_NEGADO.decisoes!;
    const { fundamento: _none, autoridade: _nobody, ciencia: _unseen, ...rest } = decisao!;
    const text = minutaRecurso(t, { ...CASO_NEGADO, decisoes: [rest] }, 'x');
    assert.match(text, /A decisão não diz o motivo/);
    assert.match(text, /\(o tribunal\)/);
    assert.doesNotMatch(text, /Soube da decisão/);
  });

  it('stands on its own where the backend tells no decision', () => {
    assert.equal(recorrida(CASO_RESPONDIDO), undefined);
    assert.match(minutaRecurso(t, CASO_RESPONDIDO, 'art. 18'), /^Protocolo: .+\n\nRecorro dessa decisão \(art\. 18\)/);
  });

  it('[SIC-08] never asks what the information is for', () => {
    for (const caso of [CASO_NEGADO, CASO_RECURSO_NEGADO, CASO_RESPONDIDO]) assert.doesNotMatch(minutaRecurso(t, caso, 'x'), /para que|finalidade|interesse|motivo do pedido/i);
  });

  it('leaves room to write, however long the decision is, and cuts no character in two', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 3000 }), fc.string({ unit: 'grapheme', maxLength: 3000 }), (texto, fundamento) => {
        const decisoes = [{ ...CASO_NEGADO.decisoes![0]!, texto, fundamento }];
        const text = minutaRecurso(t, { ...CASO_NEGADO, decisoes }, 'x');
        assert.ok([...text].length < MAX_RELATO / 2);
        assert.doesNotThrow(() => encodeURIComponent(text));
      }),
    );
  });
});
