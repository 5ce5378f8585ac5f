import { randomBytes, randomUUID } from 'node:crypto';
import { solveChallenge } from 'altcha-lib/v1';
import { compactVerify, createLocalJWKSet, type JSONWebKeySet } from 'jose';
import { caso, normalizarChave, recibo, type Recibo } from '../../../src/contract/caso.ts';
import type { Desafio } from '../../../src/contract/desafio.ts';
import { PROBLEM_BASE } from '../../../src/contract/problem.ts';
import type { Tribunal } from '../../../src/contract/tribunal.ts';
import { formatProtocolo, isProtocolo, parseProtocolo } from '../../../src/domain/protocol/protocolo.ts';
import { espera, falha, igual, ler, pula, type Chamada, type Resposta, type Sessao } from './sessao.ts';

const NOME = 'Teste de Conformidade';
const TEXTO = 'Teste de conformidade do servidor com o contrato do Átrio. Não é um registro de verdade: pode ser encerrado sem resposta.';

/** What a run registers, for who decides whether it may. */
export const O_QUE_REGISTRA: readonly string[] = [
  `2 manifestações (elogios) em nome de "${NOME}", com um recado no lugar do e-mail`,
  `1 pedido de informação em nome de "${NOME}", com um CPF e um endereço fictícios`,
  '1 arquivo de texto de uma linha, apagado em seguida, se o servidor receber anexos',
  'Das manifestações o teste desiste no fim, se o servidor aceitar desistências. O resto fica: encerre pelo lado da equipe.',
];

const manifestacao = (versao: string, marca: string) => ({
  tipo: 'elogio',
  relato: `${TEXTO} (${marca})`,
  identificacao: { modo: 'identificada', nome: NOME, contato: { alternativo: 'Não há: é um teste' } },
  privacidade: { versao, aceito: true },
});

const pedido = (versao: string) => ({
  requerente: {
    pessoa: 'natural',
    nome: NOME,
    documento: { numero: '0000000', orgao: 'TESTE' },
    cpf: '529.982.247-25',
    contato: { endereco: { logradouro: 'Rua do Teste, 0', municipio: 'Natal', uf: 'RN', cep: '59000-000' } },
  },
  especificacao: TEXTO,
  resposta: { forma: 'eletronica' },
  sigiloDados: false,
  privacidade: { versao, aceito: true },
});

/** The solution of a new challenge, where the court asks for one. */
async function resolver(s: Sessao, tribunal: Tribunal | undefined): Promise<Record<string, string>> {
  if (!tribunal?.protecao?.altcha) return {};
  const { algorithm, challenge, salt, signature, maxnumber } = (await s.chamar('v1/desafio')).json as Desafio;
  const found = await solveChallenge(challenge, salt, algorithm, maxnumber ?? 1_000_000).promise;
  if (!found) return falha('o desafio contra robôs não tem solução até maxnumber');
  return { altcha: Buffer.from(JSON.stringify({ algorithm, challenge, number: found.number, salt, signature })).toString('base64') };
}

/** True when a text tells the key, in whatever way it is written. */
const conta = (texto: string, chave: string): boolean => texto.toUpperCase().replace(/[\s-]/g, '').includes(normalizarChave(chave));

/** Checks that register. */
export async function conferirEscrita(s: Sessao, tribunal: Tribunal | undefined): Promise<void> {
  const versao = tribunal?.privacidade?.versao ?? 'padrao';
  const marca = randomBytes(4).toString('hex');
  const envio = manifestacao(versao, marca);
  const nova = (): Record<string, string> => ({ 'idempotency-key': `conformidade-${randomUUID()}` });
  const enviar = async (path: string, corpo: unknown, headers: Record<string, string>): Promise<Resposta> => s.chamar(path, { metodo: 'POST', headers, corpo });
  const recusa = async (corpo: unknown, status: readonly number[], headers?: Record<string, string>, path = 'v1/manifestacoes') =>
    s.recusado(path, { metodo: 'POST', corpo, headers: headers ?? { ...nova(), ...(await resolver(s, tribunal)) } } satisfies Chamada, status);

  await s.confere('Envio', 'sem-chave-de-idempotencia', 'Um envio sem Idempotency-Key é recusado', async () => {
    await recusa(envio, [400], await resolver(s, tribunal));
  });
  await s.confere('Envio', 'json-quebrado', 'O que não é JSON é recusado', async () => {
    await recusa('{"tipo":', [400]);
  });
  await s.confere('Envio', 'outro-formato', 'Outro formato que não JSON é recusado', async () => {
    await recusa('tipo=elogio', [415, 400], { ...nova(), ...(await resolver(s, tribunal)), 'content-type': 'application/x-www-form-urlencoded' });
  });
  await s.confere('Envio', 'campos', 'Cada campo errado vem com o seu ponteiro, um código e uma frase', async () => {
    const { errors = [] } = await recusa({ ...envio, relato: '', privacidade: { versao, aceito: false } }, [422]);
    for (const pointer of ['/relato', '/privacidade/aceito']) espera(errors.some((error) => error.pointer === pointer), `o erro em ${pointer} não tem ponteiro em errors`);
    espera(errors.every(({ code, detail }) => /^[a-z0-9-]+$/.test(code) && detail.trim() !== ''), 'há erro sem código ou sem frase');
  });
  await s.confere('Envio', 'anonima', 'Só a denúncia pode ser anônima', async () => {
    await recusa({ ...envio, identificacao: { modo: 'anonima' } }, [422]);
  });
  if (tribunal?.protecao?.altcha) {
    await s.confere('Robôs', 'desafio-exigido', 'Um envio sem a conta contra robôs é recusado', async () => {
      await recusa(envio, [403], nova());
    });
  }

  await conferirEnvioDeArquivo(s);

  const headers = { ...nova(), ...(await resolver(s, tribunal)) };
  const registro = await s.confere('Recibo', 'recibo', 'POST /v1/manifestacoes registra e dá o recibo', async () => {
    const resposta = await enviar('v1/manifestacoes', envio, headers);
    espera(resposta.status === 201, `respondeu ${resposta.status}; esperado 201`);
    return { resposta, dados: conferirRecibo(resposta, 'manifestacao') };
  });
  await s.confere('Recibo', 'recibo-pedido', 'POST /v1/pedidos-informacao registra e dá o recibo', async () => {
    const resposta = await enviar('v1/pedidos-informacao', pedido(versao), { ...nova(), ...(await resolver(s, tribunal)) });
    espera(resposta.status === 201, `respondeu ${resposta.status}; esperado 201`);
    conferirRecibo(resposta, 'pedido-informacao');
  });
  if (!registro) {
    await s.confere('Recibo', 'demais', 'O que depende de um recibo', () => pula('não há recibo: conserte o envio e rode de novo'));
    return;
  }
  const { dados } = registro;
  const { protocolo, chave } = dados;

  await s.confere('Recibo', 'assinatura', 'O recibo se confere com as chaves publicadas, e fala deste protocolo', async () => {
    const chaves = (await s.chamar('.well-known/jwks.json')).json as JSONWebKeySet;
    const lido = await compactVerify(dados.recibo, createLocalJWKSet(chaves)).catch(() => falha('a assinatura não confere com as chaves publicadas'));
    const fatos = JSON.parse(new TextDecoder().decode(lido.payload)) as Record<string, unknown>;
    espera(fatos['protocolo'] === protocolo, 'o recibo assina outro protocolo');
    espera(!conta(JSON.stringify(fatos), chave), 'a CHAVE está dentro do recibo, que é para ser mostrado');
  });
  await s.confere('Idempotência', 'mesma-chave', 'A mesma Idempotency-Key com o mesmo corpo dá a mesma resposta, e não registra de novo', async () => {
    const again = await enviar('v1/manifestacoes', envio, headers);
    espera(again.status === registro.resposta.status, `a repetição respondeu ${again.status}`);
    espera(igual(again.json, registro.resposta.json), (again.json as Recibo | undefined)?.protocolo === protocolo ? 'a resposta mudou' : 'registrou duas vezes');
  });
  await s.confere('Idempotência', 'mesma-chave-outro-corpo', 'A mesma Idempotency-Key com outro corpo é 409', async () => {
    await recusa(manifestacao(versao, `${marca}, outro corpo`), [409], headers);
  });
  await s.confere('Idempotência', 'ao-mesmo-tempo', 'Cinco envios iguais ao mesmo tempo são um registro só', async () => {
    const juntos = { ...nova(), ...(await resolver(s, tribunal)) };
    const corpo = manifestacao(versao, `${marca}, ao mesmo tempo`);
    const respostas = await Promise.all(Array.from({ length: 5 }, () => enviar('v1/manifestacoes', corpo, juntos)));
    // A twin that is still being written may be told to wait.
    const feitas = respostas.filter(({ status }) => status === 201);
    espera(feitas.length > 0, `nenhum foi aceito (${respostas.map(({ status }) => status).join(', ')})`);
    espera(respostas.every(({ status }) => [201, 409, 429, 503].includes(status)), `responderam ${respostas.map(({ status }) => status).join(', ')}`);
    espera(new Set(feitas.map(({ json }) => (json as Recibo).protocolo)).size === 1, 'registrou mais de uma vez');
    await desistir(s, feitas[0]!.json as Recibo);
  });

  const consultar = (corpo: unknown): Promise<Resposta> => enviar('v1/protocolos/consulta', corpo, {});
  await s.confere('Acompanhamento', 'consulta', 'Protocolo e chave abrem o caso', async () => {
    const resposta = await consultar({ protocolo, chave });
    espera(resposta.status === 200, `respondeu ${resposta.status}`);
    const aberto = ler(caso, resposta.json, 'o caso');
    espera(aberto.protocolo === protocolo, 'veio outro caso');
    espera(aberto.eventos.length > 0, 'o caso não tem nem o evento do registro');
    espera(!conta(resposta.texto, chave), 'a resposta repete a chave');
    espera(/no-store/.test(resposta.headers.get('cache-control') ?? ''), 'falta Cache-Control: no-store: o caso pode ficar guardado pelo caminho');
  });
  await s.confere('Acompanhamento', 'chave-digitada', 'A chave vale com letras minúsculas e sem hífens', async () => {
    const { status } = await consultar({ protocolo, chave: normalizarChave(chave).toLowerCase() });
    espera(status === 200, `respondeu ${status}`);
  });
  await s.confere('Segredos', 'chave-errada', 'Chave errada e protocolo que não existe são a mesma resposta', async () => {
    const { ano, numero } = parseProtocolo(protocolo)!;
    const outra = normalizarChave(chave).replace(/^./, (first) => (first === '0' ? '1' : '0'));
    const errada = await s.recusado('v1/protocolos/consulta', { metodo: 'POST', corpo: { protocolo, chave: outra } }, [404]);
    const inexistente = await s.recusado('v1/protocolos/consulta', { metodo: 'POST', corpo: { protocolo: formatProtocolo({ ano, numero: numero + 800_000 }), chave: outra } }, [404]);
    const { instance: _a, ...a } = errada;
    const { instance: _b, ...b } = inexistente;
    espera(igual(a, b), 'as respostas são diferentes: dá para descobrir quais protocolos existem');
  });
  await s.confere('Acompanhamento', 'digitacao', 'Um dígito trocado no protocolo é dito como erro de digitação, no campo', async () => {
    const trocado = protocolo.replace(/\d$/, (digit) => String((Number(digit) + 1) % 10));
    const { errors = [] } = await s.recusado('v1/protocolos/consulta', { metodo: 'POST', corpo: { protocolo: trocado, chave } }, [422]);
    espera(errors.some(({ pointer }) => pointer === '/protocolo'), 'o erro não aponta /protocolo');
  });
  await s.confere('Segredos', 'segredo-no-endereco', 'Nenhum segredo é aceito ou devolvido num endereço ou cabeçalho', async () => {
    // A key that opens nothing: the checker itself must not write a real one into the access log.
    const naUrl = await s.chamar(`v1/protocolos/consulta?${new URLSearchParams({ protocolo, chave: '0000-0000-0000-0000' }).toString()}`);
    espera([404, 405].includes(naUrl.status), `GET /v1/protocolos/consulta com a chave no endereço respondeu ${naUrl.status}; esperado 405`);
    const cabecalhos = [...registro.resposta.headers].map(([name, value]) => `${name}: ${value}`).join('\n');
    espera(!conta(cabecalhos, chave), 'a chave está num cabeçalho da resposta do registro');
    espera(/no-store/.test(registro.resposta.headers.get('cache-control') ?? ''), 'falta Cache-Control: no-store na resposta do registro, que traz a chave');
  });
  await s.confere('Acompanhamento', 'token', 'Agir no caso pede o token da consulta', async () => {
    const path = `v1/protocolos/${encodeURIComponent(protocolo)}/desistencia`;
    const corpo = { confirmo: true };
    const sem = await enviar(path, corpo, nova());
    if (sem.status === 404 && (sem.json as { type?: string } | undefined)?.type !== `${PROBLEM_BASE}protocolo-nao-encontrado`) return pula('este servidor não tem os atos da pessoa no caso');
    espera(sem.status === 401, `sem token respondeu ${sem.status}; esperado 401`);
    const falso = await enviar(path, corpo, { ...nova(), authorization: 'Bearer token-que-ninguem-deu-000000000000' });
    espera(falso.status === 401, `com um token inventado respondeu ${falso.status}; esperado 401`);
  });
  await s.confere('Acompanhamento', 'desistencia', 'A pessoa pode desistir, uma vez, e o caso diz que desistiu', async () => {
    const path = await desistir(s, dados);
    if (!path) return pula('este servidor não aceita desistências');
  });
}

async function conferirEnvioDeArquivo(s: Sessao): Promise<void> {
  const tus = { 'tus-resumable': '1.0.0' };
  await s.confere('Anexos', 'tus-envio', 'Um arquivo chega em partes, continua depois de uma queda e pode ser desistido', async () => {
    if (!(await s.chamar('v1/anexos', { metodo: 'OPTIONS' })).headers.has('tus-version')) return pula('este servidor não recebe anexos');
    const texto = 'Teste de conformidade: pode ser apagado.\n';
    const criado = await s.chamar('v1/anexos', {
      metodo: 'POST',
      headers: { ...tus, 'upload-length': String(texto.length), 'upload-metadata': `filename ${Buffer.from('teste.txt').toString('base64')}`, 'content-length': '0' },
    });
    espera(criado.status === 201, `a criação respondeu ${criado.status}; esperado 201`);
    const lugar = criado.headers.get('location') ?? falha('a criação não deu Location');
    const path = new URL(lugar, new URL('v1/anexos', s.base)).href;
    const parte = (from: number, to: number): Promise<Resposta> =>
      s.chamar(path, { metodo: 'PATCH', headers: { ...tus, 'upload-offset': String(from), 'content-type': 'application/offset+octet-stream' }, corpo: texto.slice(from, to) });
    const metade = await parte(0, 10);
    espera(metade.status === 204 && metade.headers.get('upload-offset') === '10', `a primeira parte respondeu ${metade.status} com Upload-Offset ${metade.headers.get('upload-offset') ?? 'ausente'}; esperado 204 e 10`);
    const onde = await s.chamar(path, { metodo: 'HEAD', headers: tus });
    espera([200, 204].includes(onde.status) && onde.headers.get('upload-offset') === '10', 'HEAD não diz quanto já chegou: depois de uma queda, o arquivo não continua');
    const errada = await parte(3, 5);
    espera(errada.status === 409, `uma parte fora do lugar respondeu ${errada.status}; esperado 409`);
    const desiste = await s.chamar(path, { metodo: 'DELETE', headers: tus });
    espera(desiste.status === 204 || desiste.status === 405, `desistir respondeu ${desiste.status}`);
  });
}

/** The facts of a receipt that a schema cannot see. */
function conferirRecibo({ json, headers }: Resposta, tipo: Recibo['tipo']): Recibo {
  const dados = ler(recibo, json, 'o recibo');
  espera(dados.tipo === tipo, `o recibo é de ${dados.tipo}`);
  espera(isProtocolo(dados.protocolo), 'o dígito de conferência do protocolo não confere');
  espera(/^[0-9A-HJKMNP-TV-Z]{16}$/.test(normalizarChave(dados.chave)), 'a chave não tem 16 letras e números (base32 de Crockford, 80 bits)');
  const { calculo, vence } = dados.prazo;
  espera(calculo.length > 0, 'o prazo não mostra a conta');
  espera(calculo.at(-1)!.data === vence, 'a conta do prazo não termina no dia em que vence');
  const agora = Date.parse(headers.get('date') ?? '') || Date.now();
  espera(Math.abs(Date.parse(dados.registradoEm) - agora) < 5 * 60_000, 'registradoEm não é agora, pelo relógio do próprio servidor');
  espera(vence >= dados.registradoEm.slice(0, 10), 'vence antes de registrar');
  return dados;
}

/** Withdraws what was registered. False when the server has no such act. */
async function desistir(s: Sessao, { protocolo, chave }: Recibo): Promise<boolean> {
  const aberto = await s.chamar('v1/protocolos/consulta', { metodo: 'POST', corpo: { protocolo, chave } });
  const token = (aberto.json as { token?: { valor?: string } } | undefined)?.token?.valor ?? falha('a consulta não deu token');
  const resposta = await s.chamar(`v1/protocolos/${encodeURIComponent(protocolo)}/desistencia`, {
    metodo: 'POST',
    headers: { 'idempotency-key': `conformidade-${randomUUID()}`, 'authorization': `Bearer ${token}` },
    corpo: { confirmo: true },
  });
  if (resposta.status === 404 || resposta.status === 405) return false;
  espera(resposta.status === 200, `a desistência respondeu ${resposta.status}`);
  espera(ler(caso, resposta.json, 'o caso depois da desistência').estado === 'encerrada', 'depois da desistência o caso não está encerrado');
  return true;
}
