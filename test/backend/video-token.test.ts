import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { jwtVerify } from 'jose';
import { salasSemToken } from '../../demo/backend/audiencia/sala.ts';
import { createCourt } from '../../demo/backend/court.ts';
import { nomeDaSala } from '../../demo/backend/fila/sala.ts';
import { chavesDeVideo, type ChavesDeVideo } from '../../demo/backend/video-keys.ts';
import { tokenDaSala, VALIDADE_TOKEN_MS } from '../../demo/backend/video-token.ts';
import { checkRoomName } from '../../src/domain/room/room-name.ts';
import { demoCourt, SEGUNDA_9H, testKeys } from '../support/backend.ts';

const SEGREDO = 'um-segredo-de-teste-com-mais-de-32-caracteres';
const JITSI = { provider: 'jitsi', domain: 'Video.Tribunal.jus.br:8443' } as const;
const JAAS = { provider: 'jaas', appId: 'vpaas-magic-cookie-0123456789abcdef' } as const;
const pedido = { sala: 'Sq3vT8bWx2kLmN7pRz5yUd9c', nome: 'Dona Zefa', moderador: false, sub: 'cidadao', expiraEm: SEGUNDA_9H + 60 * 60_000 };
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const pem = (type: 'pkcs1' | 'pkcs8'): string => rsa.privateKey.export({ type, format: 'pem' }).toString();

const ctx = async (video: ChavesDeVideo | null) => ({ chaves: { ...(await testKeys()), video }, clock: () => SEGUNDA_9H });
const currentDate = new Date(SEGUNDA_9H);

test('[BV-13] a token of the court\'s Jitsi is for one person in one room, as prosody checks it', async () => {
  const token = await tokenDaSala(await ctx(chavesDeVideo({ ATRIO_JITSI_APP_ID: 'atrio', ATRIO_JITSI_SECRET: SEGREDO })), { ...pedido, video: JITSI });
  const { payload, protectedHeader } = await jwtVerify(token!, Buffer.from(SEGREDO), { algorithms: ['HS256'], currentDate });
  assert.deepEqual(protectedHeader, { alg: 'HS256', typ: 'JWT' });
  const { context, ...claims } = payload;
  assert.deepEqual(claims, { room: pedido.sala, moderator: false, aud: 'jitsi', iss: 'atrio', sub: 'video.tribunal.jus.br', nbf: SEGUNDA_9H / 1000 - 10, exp: SEGUNDA_9H / 1000 + 3600 });
  const { user, features } = context as { user: Record<string, unknown>; features: Record<string, unknown> };
  assert.deepEqual(user, { id: 'cidadao', name: 'Dona Zefa', moderator: 'false', affiliation: 'member' });
  // prosody takes texts and numbers alone there.
  assert.ok([...Object.values(user), ...Object.values(features)].every((value) => typeof value === 'string'));
  assert.ok(Object.values(features).every((value) => value === 'false'));

  const outra = chavesDeVideo({ ATRIO_JITSI_APP_ID: 'atrio', ATRIO_JITSI_SECRET: SEGREDO, ATRIO_JITSI_AUD: 'tribunal' });
  await jwtVerify((await tokenDaSala(await ctx(outra), { ...pedido, video: JITSI }))!, Buffer.from(SEGREDO), { audience: 'tribunal', currentDate });
});

test('[BV-13] a token of JaaS is signed with the court\'s key, whichever way its PEM is written', async () => {
  for (const [key, id] of [[pem('pkcs8'), 'abc123'], [pem('pkcs1'), `${JAAS.appId}/abc123`], [pem('pkcs8').replaceAll('\n', '\\n'), 'abc123']] as const) {
    const token = await tokenDaSala(await ctx(chavesDeVideo({ ATRIO_JAAS_KEY_ID: id, ATRIO_JAAS_PRIVATE_KEY: key })), { ...pedido, video: JAAS, moderador: true, nome: 'Maria Lima', sub: 'atendente-1' });
    const { payload, protectedHeader } = await jwtVerify(token!, rsa.publicKey, { algorithms: ['RS256'], audience: 'jitsi', issuer: 'chat', subject: JAAS.appId, currentDate });
    assert.deepEqual(protectedHeader, { alg: 'RS256', kid: `${JAAS.appId}/abc123`, typ: 'JWT' });
    assert.equal(payload['room'], pedido.sala);
    assert.equal((payload['context'] as { user: { moderator: string } }).user.moderator, 'true');
  }
});

test('[BV-13] a token lives two hours at the most, whatever is asked for, and has a short name', async () => {
  const token = await tokenDaSala(await ctx(chavesDeVideo({ ATRIO_JITSI_APP_ID: 'atrio', ATRIO_JITSI_SECRET: SEGREDO })), { ...pedido, video: JITSI, expiraEm: SEGUNDA_9H * 2, nome: 'é'.repeat(500) });
  const { payload } = await jwtVerify(token!, Buffer.from(SEGREDO), { currentDate });
  assert.equal(payload.exp, (SEGUNDA_9H + VALIDADE_TOKEN_MS) / 1000);
  assert.equal((payload['context'] as { user: { name: string } }).user.name.length, 80);
});

test('without a key for the video there is no token', async () => {
  assert.equal(chavesDeVideo({}), null);
  const jitsi = chavesDeVideo({ ATRIO_JITSI_APP_ID: 'atrio', ATRIO_JITSI_SECRET: SEGREDO });
  assert.equal(await tokenDaSala(await ctx(null), { ...pedido, video: JITSI }), undefined);
  assert.equal(await tokenDaSala(await ctx(jitsi), { ...pedido, video: JAAS }), undefined);
  for (const video of [{ provider: 'link', url: 'https://teams.example/x' }, { provider: 'whatsapp', numero: '558440420540' }] as const) assert.equal(await tokenDaSala(await ctx(jitsi), { ...pedido, video }), undefined);
});

test('keys that make no sense stop the start, with words for who runs it', () => {
  const fails = (env: Record<string, string>, words: RegExp): void => assert.throws(() => chavesDeVideo(env), words);
  fails({ ATRIO_JITSI_APP_ID: 'atrio' }, /falta ATRIO_JITSI_SECRET/);
  fails({ ATRIO_JITSI_SECRET: SEGREDO }, /falta ATRIO_JITSI_APP_ID/);
  fails({ ATRIO_JITSI_APP_ID: 'atrio', ATRIO_JITSI_SECRET: 'curto' }, /curto demais/);
  fails({ ATRIO_JAAS_KEY_ID: 'abc' }, /falta ATRIO_JAAS_PRIVATE_KEY/);
  fails({ ATRIO_JAAS_KEY_ID: 'abc', ATRIO_JAAS_PRIVATE_KEY: 'nada' }, /não é uma chave privada em PEM/);
  const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  fails({ ATRIO_JAAS_KEY_ID: 'abc', ATRIO_JAAS_PRIVATE_KEY: ec }, /RSA de 2048/);
  // What is refused is never told.
  try {
    chavesDeVideo({ ATRIO_JITSI_APP_ID: 'atrio', ATRIO_JITSI_SECRET: 'senha-secreta' });
    assert.fail('taken');
  } catch (error) {
    assert.doesNotMatch((error as Error).message, /senha-secreta/);
  }
});

test('[BV-13] the name of a room is of one service of one ticket, and nobody can guess it', async () => {
  const { segredos, recibo } = await testKeys();
  const nomes = new Map<string, string>();
  fc.assert(
    fc.property(fc.nat(), fc.nat(9), fc.uint8Array({ minLength: 16, maxLength: 16 }), (id, sala_vez, bytes) => {
      const sal = Buffer.from(bytes);
      const nome = nomeDaSala({ chaves: { segredos, recibo } }, { id, sal, sala_vez });
      assert.equal(checkRoomName(nome), null);
      assert.equal(nome, nomeDaSala({ chaves: { segredos, recibo } }, { id, sal, sala_vez }));
      assert.notEqual(nome, nomeDaSala({ chaves: { segredos, recibo } }, { id, sal, sala_vez: sala_vez + 1 }));
      const dono = `${id} ${sala_vez} ${sal.toString('hex')}`;
      assert.equal(nomes.get(nome) ?? dono, dono);
      nomes.set(nome, dono);
    }),
  );
});

test('[AUD-01] hearings without a key for the tokens of their video server are told to who starts the backend', async () => {
  const chaves = await testKeys();
  const aviso = (env: Record<string, string>, mais: Partial<ReturnType<typeof demoCourt>> = {}): string | null => salasSemToken({ court: createCourt({ ...demoCourt(), ...mais }), chaves: { ...chaves, video: chavesDeVideo(env) } });
  assert.match(aviso({}) ?? '', /sem token.*Configure ATRIO_JITSI_APP_ID e ATRIO_JITSI_SECRET, e faça o servidor de vídeo exigir/);
  assert.equal(aviso({ ATRIO_JITSI_APP_ID: 'atrio', ATRIO_JITSI_SECRET: SEGREDO }), null);
  assert.equal(aviso({}, { audiencias: undefined }), null);
});
