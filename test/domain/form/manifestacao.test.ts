import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { DIREITOS_TITULAR, manifestacaoCifradaEnvio, manifestacaoEnvio, TEMAS_MANIFESTACAO, TIPOS_MANIFESTACAO } from '../../../src/contract/manifestacao.ts';
import { keepsManifestacaoDraft } from '../../../src/domain/form/anonima.ts';
import { ehAnonima, separar } from '../../../src/domain/form/cifra.ts';
import { DIREITOS } from '../../../src/domain/form/direitos.ts';
import { faltaParaSeguir, manifestacaoBody, manifestacaoFields, modoDe, sensivel, temaDe, temasDe, type Oferta } from '../../../src/domain/form/manifestacao.ts';
import type { Values } from '../../../src/domain/form/fields.ts';

const TUDO: Oferta = { assuntos: true, unidades: true, temas: TEMAS_MANIFESTACAO };
const NADA: Oferta = { assuntos: false, unidades: false };
const PRIVACIDADE = { '/privacidade/versao': '1', '/privacidade/aceito': true };
const RELATO = 'Vi cobrança de dinheiro para marcar audiência no balcão.';
const body = (values: Values, oferta = TUDO) => manifestacaoBody(values, manifestacaoFields(values, oferta), PRIVACIDADE, oferta) as Record<string, unknown>;
const step = (values: Values, index: number, oferta = TUDO) => manifestacaoFields(values, oferta)[index]!;

test('[OUV-02] a matter can be chosen only where the court assigned it, and for the kinds it is for', () => {
  assert.deepEqual(temasDe({ '/tipo': 'denuncia' }, TUDO), ['relato-lei-13608', 'mulher', 'direitos-humanos', 'meio-ambiente']);
  assert.deepEqual(temasDe({ '/tipo': 'solicitacao' }, { ...NADA, temas: ['lgpd'] }), ['lgpd']);
  assert.deepEqual(temasDe({ '/tipo': 'denuncia' }, NADA), []);
  assert.deepEqual(temasDe({ '/tipo': 'elogio' }, TUDO), []);
  assert.deepEqual(temasDe({}, TUDO), []);
  assert.equal(step({ '/tipo': 'denuncia' }, 1)[0], '/tema');
  assert.ok(!step({ '/tipo': 'denuncia' }, 1, NADA).includes('/tema'));
});

test('[OUV-02] a matter falls when the kind changes to one that it is not for, and is never sent then', () => {
  const values = { '/tipo': 'solicitacao', '/tema': 'lgpd', '/direito': 'acesso', '/relato': RELATO };
  assert.equal(temaDe(values, TUDO), 'lgpd');
  const other = { ...values, '/tipo': 'denuncia' };
  assert.equal(temaDe(other, TUDO), null);
  assert.deepEqual(['tema', 'direito'].filter((name) => name in body(other)), []);
  assert.ok(!('tema' in body({ ...values, '/tema': 'lgpd' }, NADA)));
});

test('[OUV-02] a requisition of a data subject asks which right, and who asks; the contract takes it', () => {
  const values = {
    '/tipo': 'solicitacao',
    '/tema': 'lgpd',
    '/direito': 'correcao',
    '/relato': 'Meu endereço está errado no cadastro do tribunal.',
    '/identificacao/modo': 'preservada',
    '/identificacao/nome': 'Maria',
    '#email': 'sim',
    '/identificacao/contato/email': 'maria@exemplo.org',
  };
  assert.equal(modoDe(values, TUDO), 'identificada');
  assert.ok(step(values, 2).includes('/identificacao/nome'));
  for (const direito of DIREITOS_TITULAR) assert.ok(manifestacaoEnvio.safeParse(body({ ...values, '/direito': direito })).success, direito);
  const without = manifestacaoEnvio.safeParse(body({ ...values, '/direito': '' }));
  assert.deepEqual(without.error?.issues.map(({ path, message }) => [path.join('/'), message]), [['direito', 'direito-obrigatorio']]);
});

test('[OUV-14] only a denúncia can be anonymous: the choice falls with another kind', () => {
  assert.equal(modoDe({ '/tipo': 'denuncia', '/identificacao/modo': 'anonima' }, TUDO), 'anonima');
  assert.equal(modoDe({ '/tipo': 'reclamacao', '/identificacao/modo': 'anonima' }, TUDO), '');
  assert.equal(modoDe({ '/tipo': 'reclamacao', '/identificacao/modo': 'preservada' }), 'preservada');
});

test('[OUV-15] whatever was typed before, an anonymous body has nothing of the person', () => {
  const name = fc.stringMatching(/^NOME[a-z]{6}$/);
  fc.assert(
    fc.property(name, fc.constantFrom(...TEMAS_MANIFESTACAO, ''), (nome, tema) => {
      const values = { '/tipo': 'denuncia', '/tema': tema, '/relato': RELATO, '/identificacao/modo': 'anonima', '/identificacao/nome': nome, '#email': 'sim', '/identificacao/contato/email': nome };
      const sent = body(values);
      assert.deepEqual(sent['identificacao'], { modo: 'anonima' });
      assert.ok(!JSON.stringify(sent).includes(nome) && manifestacaoEnvio.safeParse(sent).success);
    }),
  );
});

test('[OUV-15] says what a report lacks', () => {
  assert.deepEqual(faltaParaSeguir({ '/local': 'Fórum', '/quando': ' ' }), ['envolvidos', 'quando']);
});

test('[OUV-06] a text and one way to be found are enough, without address, document or e-mail', () => {
  const sent = body({ '/tipo': 'reclamacao', '/relato': RELATO, '/identificacao/modo': 'identificada', '/identificacao/nome': 'José', '#alternativo': 'sim', '/identificacao/contato/alternativo': 'Centro POP' });
  assert.ok(manifestacaoEnvio.safeParse(sent).success);
});

test('[OUV-19] a quick way out is offered for a denúncia and the matters of violence, and not for the rest', () => {
  for (const tipo of TIPOS_MANIFESTACAO) {
    assert.equal(sensivel({ '/tipo': tipo }, TUDO), tipo === 'denuncia', tipo);
    for (const tema of TEMAS_MANIFESTACAO) {
      const values = { '/tipo': tipo, '/tema': tema };
      assert.equal(sensivel(values, TUDO), tipo === 'denuncia' || ['mulher', 'direitos-humanos', 'meio-ambiente'].includes(temaDe(values, TUDO) ?? ''), `${tipo} ${tema}`);
    }
  }
});

test('every right of the law can be chosen', () => {
  assert.deepEqual(new Set(DIREITOS), new Set(DIREITOS_TITULAR));
});

test('attachments go as a list of ids, and only where the backend takes them', () => {
  const values = { '/tipo': 'elogio', '/relato': RELATO, '/anexos': 'a b' };
  assert.deepEqual(body(values, { ...TUDO, anexos: true })['anexos'], ['a', 'b']);
  assert.ok(!('anexos' in body({ ...values, '/anexos': '' }, { ...TUDO, anexos: true })) && !('anexos' in body(values)));
});

test('no draft is kept of an anonymous person', () => {
  assert.equal(keepsManifestacaoDraft({ '/identificacao/modo': 'anonima' }), false);
  assert.equal(keepsManifestacaoDraft({ '/identificacao/modo': 'preservada' }), true);
});

test('[OUV-15] everything written in words goes into the encrypted part, and the contract takes what is left', () => {
  const sent = body({
    '/tipo': 'denuncia',
    '/tema': 'relato-lei-13608',
    '/relato': RELATO,
    '/assunto': 'Atendimento',
    '/envolvidos': 'Servidor Fulano',
    '/local': 'Fórum de Natal',
    '/quando': 'Ontem',
    '/unidadeId': '1-vara',
    '/processo': '0801234-56.2024.8.20.0001',
    '/identificacao/modo': 'anonima',
  });
  assert.ok(ehAnonima(sent));
  const { aberto, secreto } = separar(sent);
  assert.deepEqual(JSON.parse(secreto), { relato: RELATO, envolvidos: 'Servidor Fulano', local: 'Fórum de Natal', quando: 'Ontem', processo: '0801234-56.2024.8.20.0001' });
  assert.ok(manifestacaoCifradaEnvio.safeParse({ ...aberto, cifrado: '-----BEGIN AGE ENCRYPTED FILE-----\n' }).success);
  for (const words of [RELATO, 'Fulano', 'Fórum', '0801234']) assert.ok(!JSON.stringify(aberto).includes(words), words);
  assert.equal(ehAnonima({ identificacao: { modo: 'preservada' } }), false);
});
