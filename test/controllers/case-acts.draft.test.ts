import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { camposDoAto, cifrarAto, corpoDoAto, recursoAberto } from '../../src/controllers/case-acts.body.ts';
import { guardaRascunho, guardarRascunho, lerRascunho, vazio } from '../../src/controllers/case-acts.draft.ts';
import { checkAcao } from '../../src/contract/check-acoes.ts';
import type { Caso } from '../../src/contract/caso.ts';
import { CASO_REGISTRADO, CASO_RESPONDIDO } from '../../stories/protocolo-tracker/cases.ts';
import { fakeDrafts } from '../support/fake-ports.ts';

const errors = (acao: ReturnType<typeof corpoDoAto>): string[] => checkAcao[acao.acao](acao.corpo).map(({ pointer, code }) => `${pointer} ${code}`);

describe('what an act sends', () => {
  it('sends more facts and answers as one kind of message, with its files in order', () => {
    const acao = corpoDoAto('responder', { '/texto': '  Foi no dia 3. ', '/anexos': 'b a' }, CASO_REGISTRADO);
    assert.deepEqual(acao, { acao: 'complementos', corpo: { texto: 'Foi no dia 3.', anexos: ['b', 'a'] } });
    assert.deepEqual(corpoDoAto('complementar', { '/texto': 'x' }, CASO_REGISTRADO), { acao: 'complementos', corpo: { texto: 'x' } });
  });

  it('encrypts the text of a message, and leaves no clear text beside it', () => {
    const acao = corpoDoAto('complementar', { '/texto': 'segredo', '/anexos': 'a' }, CASO_REGISTRADO);
    assert.deepEqual(cifrarAto(acao, 'AGE'), { acao: 'complementos', corpo: { cifrado: 'AGE', anexos: ['a'] } });
    const outra = corpoDoAto('desistir', {}, CASO_REGISTRADO);
    assert.equal(cifrarAto(outra, 'AGE'), outra);
  });

  it('[SIC-12] appeals to the instance that is open', () => {
    const segundo: Caso = { ...CASO_RESPONDIDO, remedios: [{ tipo: 'recurso-2', ate: '2026-12-20', base: 'x' }] };
    assert.deepEqual(corpoDoAto('recorrer', { '/texto': 'x' }, CASO_RESPONDIDO), { acao: 'recursos', corpo: { instancia: 'recurso-1', texto: 'x' } });
    assert.deepEqual(corpoDoAto('recorrer', { '/texto': 'x' }, segundo), { acao: 'recursos', corpo: { instancia: 'recurso-2', texto: 'x' } });
    assert.equal(recursoAberto(CASO_REGISTRADO), undefined);
  });

  it('[OUV-17] sends the choice, and only what was answered', () => {
    assert.deepEqual(corpoDoAto('avaliar', { '/nota': '4', '/resolvido': 'em-parte', '/comentario': ' ' }, CASO_RESPONDIDO).corpo, { nota: 4, resolvido: 'em-parte' });
    assert.deepEqual(errors(corpoDoAto('avaliar', {}, CASO_RESPONDIDO)), ['/nota nota-obrigatoria']);
  });

  it('[OUV-14] identifies with the fields of the form of the Ouvidoria, and never as nobody', () => {
    const values = { '/identificacao/modo': 'preservada', '/identificacao/nome': 'Ana', '#email': 'sim', '/identificacao/contato/email': 'ana@exemplo.br', '/identificacao/contato/telefone': '84 3000-0000' };
    const acao = corpoDoAto('identificar', values, CASO_REGISTRADO);
    assert.deepEqual(acao.corpo, { identificacao: { modo: 'preservada', nome: 'Ana', contato: { email: 'ana@exemplo.br' } } });
    assert.deepEqual(errors(acao), []);
    assert.ok(errors(corpoDoAto('identificar', { '/identificacao/modo': 'anonima' }, CASO_REGISTRADO)).length > 0);
    assert.ok(camposDoAto('identificar', values).includes('/identificacao/contato/email'));
  });

  it('withdraws without asking why', () => {
    assert.deepEqual(camposDoAto('desistir', {}), []);
    assert.deepEqual(corpoDoAto('desistir', { '/texto': 'x', '/anexos': 'a' }, CASO_REGISTRADO), { acao: 'desistencia', corpo: { confirmo: true } });
  });
});

describe('what is kept of the acts on a case', () => {
  const envio = { de: 'a', corpo: 'a', chave: 'k' };

  it('comes back as it was, and goes when nothing is left', () => {
    const drafts = fakeDrafts();
    const state = { textos: { complementar: { '/texto': 'Faltou dizer.' } }, envios: { complementar: envio } };
    guardarRascunho(drafts, 'n', state);
    assert.deepEqual(lerRascunho(drafts, 'n'), state);
    guardarRascunho(drafts, 'n', { textos: { complementar: { '/texto': '  ' } }, envios: {} });
    assert.equal(drafts.kept.size, 0);
    assert.ok(vazio({ textos: {}, envios: {} }) && !vazio({ textos: {}, envios: { avaliar: envio } }));
  });

  it('[OUV-14] keeps nothing on the device of an anonymous person, nor of what is encrypted', () => {
    assert.equal(guardaRascunho({ ...CASO_REGISTRADO, modo: 'anonima' }), false);
    assert.equal(guardaRascunho({ ...CASO_REGISTRADO, chaveAge: 'age1x' }), false);
    assert.equal(guardaRascunho(CASO_REGISTRADO), true);
  });

  it('takes from a broken storage only what it knows', () => {
    for (const raw of [null, 'x', { v: 2 }, { v: 1 }, { v: 1, textos: { complementar: { '/texto': 3 }, outra: { '/texto': 'x' } }, envios: { avaliar: { de: 'a' } } }]) {
      assert.equal(lerRascunho(fakeDrafts({ n: raw }), 'n'), null);
    }
    fc.assert(fc.property(fc.jsonValue(), fc.jsonValue(), (textos, envios) => void lerRascunho(fakeDrafts({ n: { v: 1, textos, envios } }), 'n')));
  });
});
