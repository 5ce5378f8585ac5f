import { checkCourtFile } from '../../../src/contract/court-file.ts';
import { desafio } from '../../../src/contract/desafio.ts';
import { estatisticas, estatisticasBalcao } from '../../../src/contract/estatisticas.ts';
import { resumoFila } from '../../../src/contract/fila.ts';
import { jwks, listaUnidades } from '../../../src/contract/listas.ts';
import { unidade, type Tribunal } from '../../../src/contract/tribunal.ts';
import { espera, falha, ler, pula, type Sessao } from './sessao.ts';

const LONGE_MS = 5 * 60_000;
/** Headers that a submission from a page of another origin sends. */
const CABECALHOS = ['content-type', 'idempotency-key', 'authorization'];

/** Checks that change nothing on the server. */
export async function conferirLeitura(s: Sessao, { origem }: { origem: string | undefined }): Promise<{ tribunal: Tribunal | undefined }> {
  await s.confere('Servidor', 'https', 'O endereço é https', () => {
    const { protocol, hostname } = new URL(s.base);
    espera(protocol === 'https:' || /^(localhost|127\.|\[::1\])/.test(hostname) || hostname.endsWith('.test'), 'o que as pessoas escrevem viajaria aberto: ponha um certificado');
  });

  await s.confere('Servidor', 'saude', 'GET /saude diz que o serviço está de pé', async () => {
    const { status, json } = await s.chamar('saude');
    espera(status === 200, `respondeu ${status}`);
    espera((json as { situacao?: unknown } | undefined)?.situacao === 'ok', 'não diz { "situacao": "ok" }');
  });

  await s.confere('Servidor', 'openapi', 'GET /openapi.json dá o contrato que o servidor cumpre', async () => {
    const { status, json } = await s.chamar('openapi.json');
    espera(status === 200, `respondeu ${status}`);
    espera(/^3\.1/.test(String((json as { openapi?: unknown } | undefined)?.openapi)), 'não é um documento OpenAPI 3.1');
  });

  await s.confere('Servidor', 'jwks', 'GET /.well-known/jwks.json dá as chaves públicas dos recibos, e só as públicas', async () => {
    const { status, json } = await s.chamar('.well-known/jwks.json');
    espera(status === 200, `respondeu ${status}`);
    const { keys } = ler(jwks, json, 'a lista de chaves');
    espera(keys.length > 0, 'a lista está vazia: ninguém confere um recibo');
    if (keys.some((key) => ['d', 'p', 'q', 'k'].some((part) => part in key))) falha('publica a parte PRIVADA de uma chave: troque a chave agora');
  });

  const tribunal = await s.confere('Documentos', 'tribunal', 'GET /v1/tribunal dá o arquivo do tribunal', async () => {
    const { status, json } = await s.chamar('v1/tribunal');
    espera(status === 200, `respondeu ${status}`);
    const lido = checkCourtFile(json);
    if (!lido.ok) return falha(`o arquivo não vale: ${lido.erros.slice(0, 2).map(({ caminho, esperado }) => `${caminho}: esperado ${esperado}`).join('; ')}`);
    return lido.tribunal;
  });

  await s.confere('Documentos', 'etag', 'Um documento que não mudou é 304, sem corpo', async () => {
    const { headers } = await s.chamar('v1/tribunal');
    const etag = headers.get('etag');
    if (!etag) return pula('GET /v1/tribunal não traz ETag: cada visita baixa o arquivo inteiro de novo');
    const again = await s.chamar('v1/tribunal', { headers: { 'if-none-match': etag } });
    espera(again.status === 304, `com If-None-Match respondeu ${again.status}; esperado 304`);
    espera(again.texto === '', 'o 304 veio com corpo');
    const other = await s.chamar('v1/tribunal', { headers: { 'if-none-match': '"outro"' } });
    espera(other.status === 200, `com o ETag de outra versão respondeu ${other.status}; esperado 200`);
  });

  const unidades = await s.confere('Documentos', 'unidades', 'GET /v1/unidades dá as unidades em páginas, cada uma uma vez', async () => {
    const vistas = new Map<string, string>();
    let cursor: string | null = null;
    for (let pagina = 0; pagina < 5; pagina += 1) {
      const { status, json } = await s.chamar(`v1/unidades${cursor === null ? '' : `?${new URLSearchParams({ cursor }).toString()}`}`);
      espera(status === 200, `respondeu ${status}`);
      const lista = ler(listaUnidades, json, 'a lista');
      for (const { id, nome } of lista.itens) {
        espera(!vistas.has(id), `a unidade ${id} veio duas vezes`);
        vistas.set(id, nome);
      }
      cursor = lista.proxima;
      if (cursor === null) break;
    }
    return [...vistas.keys()];
  });

  await s.confere('Documentos', 'lista-vazia', 'Uma busca sem resultado é uma lista vazia, nunca 404', async () => {
    const { status, json } = await s.chamar('v1/unidades?busca=zzqxjkwv');
    espera(status === 200, `respondeu ${status}; esperado 200`);
    const lista = ler(listaUnidades, json, 'a lista');
    espera(lista.itens.length === 0 && lista.proxima === null, 'a busca por um nome que não existe trouxe unidades');
  });

  await s.confere('Documentos', 'unidade', 'GET /v1/unidades/{id} dá a unidade; uma que não existe é 404', async () => {
    await s.recusado('v1/unidades/nao-existe-zzqxjkwv', {}, [404]);
    const id = unidades?.[0];
    if (id === undefined) return pula('não há unidade para pedir');
    const { status, json } = await s.chamar(`v1/unidades/${encodeURIComponent(id)}`);
    espera(status === 200, `respondeu ${status}`);
    espera(ler(unidade, json, 'a unidade').id === id, 'veio outra unidade');
  });

  await s.confere('Erros', 'nao-encontrado', 'Um endereço que não existe é 404 em application/problem+json', async () => {
    await s.recusado('v1/nao-existe-zzqxjkwv', {}, [404]);
  });

  await s.confere('Segredos', 'fila-sem-ingresso', 'A fila não responde a quem não traz o ingresso', async () => {
    const { status } = await s.chamar('v1/fila');
    if (status === 404) return pula('este servidor não tem fila');
    await s.recusado('v1/fila', {}, [401]);
    await s.recusado('v1/fila', { headers: { authorization: 'Bearer ingresso-que-nao-existe-0000' } }, [401]);
    for (const path of ['v1/fila/eventos', 'v1/fila?ingresso=ingresso-que-nao-existe-0000']) {
      const { status: outro } = await s.chamar(path);
      espera([401, 404].includes(outro), `GET /${path.split('?')[0]!} sem Authorization respondeu ${outro}; esperado 401`);
    }
  });

  await s.confere('Fila', 'fila-resumo', 'GET /v1/unidades/{id}/fila diz quanta gente espera, sem dizer quem', async () => {
    const comVideo = tribunal?.unidades.find((um) => um.tipo !== 'gabinete' && !um.semVideo && (um.video ?? tribunal.video));
    if (!comVideo) return pula('não há unidade com atendimento por vídeo');
    const { status, json, texto } = await s.chamar(`v1/unidades/${encodeURIComponent(comVideo.id)}/fila`);
    if (status === 404 || status === 405) return pula('este servidor não tem fila');
    espera(status === 200, `respondeu ${status}`);
    espera(ler(resumoFila, json, 'o resumo').unidadeId === comVideo.id, 'veio o resumo de outra unidade');
    espera(!/"(nome|ingresso|senha|processo)"/.test(texto), 'o resumo da fila conta quem espera');
    await s.recusado('v1/unidades/nao-existe-zzqxjkwv/fila', {}, [404]);
  });

  await s.confere('Segredos', 'equipe-fechada', 'O lado da equipe não responde a quem não entrou', async () => {
    for (const path of ['v1/tratamento/casos', 'v1/tratamento/auditoria', 'v1/tratamento/saida', 'v1/atendimento/unidades', 'v1/atendimento/unidades/x/fila', 'v1/atendimento/unidades/x/eventos']) {
      const sem = await s.chamar(path);
      espera([401, 403, 404].includes(sem.status), `GET /${path} sem token respondeu ${sem.status}`);
      const falso = await s.chamar(path, { headers: { authorization: `Bearer ${TOKEN_SEM_ASSINATURA}` } });
      espera([401, 403, 404].includes(falso.status), `GET /${path} com um token sem assinatura respondeu ${falso.status}`);
    }
  });

  await s.confere('CORS', 'cors', 'As páginas do tribunal podem chamar e ler o que precisam', async () => {
    if (!origem) return pula('diga a origem das páginas: --origem https://www.tribunal.jus.br');
    const permitido = (headers: Headers): boolean => [origem, '*'].includes(headers.get('access-control-allow-origin') ?? '');
    const antes = await s.chamar('v1/manifestacoes', {
      metodo: 'OPTIONS',
      headers: { 'origin': origem, 'access-control-request-method': 'POST', 'access-control-request-headers': CABECALHOS.join(', ') },
    });
    espera(antes.status >= 200 && antes.status < 300, `o OPTIONS que o navegador faz antes de enviar respondeu ${antes.status}`);
    espera(permitido(antes.headers), `Access-Control-Allow-Origin não tem ${origem}`);
    const aceitos = (antes.headers.get('access-control-allow-headers') ?? '').toLowerCase().split(/\s*,\s*/);
    const faltam = CABECALHOS.filter((name) => !aceitos.includes(name));
    espera(faltam.length === 0, `Access-Control-Allow-Headers não tem ${faltam.join(', ')}`);
    const { headers } = await s.chamar('v1/tribunal', { headers: { origin: origem } });
    espera(permitido(headers), `na resposta, Access-Control-Allow-Origin não tem ${origem}`);
    const expostos = (headers.get('access-control-expose-headers') ?? '').toLowerCase().split(/\s*,\s*/);
    const escondidos = ['date', 'retry-after'].filter((name) => !expostos.includes(name));
    espera(escondidos.length === 0, `Access-Control-Expose-Headers não tem ${escondidos.join(', ')}: a página não vê o relógio do servidor`);
  });

  await s.confere('CORS', 'cors-alheio', 'Páginas de outros não recebem permissão com credenciais', async () => {
    const { headers } = await s.chamar('v1/tribunal', { headers: { origin: 'https://pagina-alheia.example' } });
    const reflete = headers.get('access-control-allow-origin') === 'https://pagina-alheia.example';
    espera(!(reflete && headers.get('access-control-allow-credentials') === 'true'), 'qualquer página pode agir em nome de quem a visita (origem refletida com Allow-Credentials)');
  });

  for (const servico of ['ouvidoria', 'sic', 'balcao'] as const) {
    await s.confere('Estatísticas', `estatisticas-${servico}`, `GET /v1/estatisticas/${servico} em JSON e, por Accept, em CSV`, async () => {
      const { status, json } = await s.chamar(`v1/estatisticas/${servico}?inicio=2026-01-01&fim=2026-01-31`);
      if (status === 404) return pula('este servidor não publica números');
      espera(status === 200, `respondeu ${status}`);
      if (servico === 'balcao') ler(estatisticasBalcao, json, 'a resposta');
      else ler(estatisticas, json, 'a resposta');
      const csv = await s.chamar(`v1/estatisticas/${servico}?inicio=2026-01-01&fim=2026-01-31`, { headers: { accept: 'text/csv' } });
      espera(csv.status === 200 && /^text\/csv\b/i.test(csv.headers.get('content-type') ?? ''), 'com Accept: text/csv não veio CSV');
    });
  }

  await s.confere('Robôs', 'desafio', 'A conta contra robôs existe quando o arquivo do tribunal a pede, e só então', async () => {
    const { status, json } = await s.chamar('v1/desafio');
    if (!tribunal?.protecao?.altcha) {
      espera(status === 404 || status === 405, `o arquivo não pede, mas GET /v1/desafio respondeu ${status}`);
      return;
    }
    espera(status === 200, `respondeu ${status}`);
    ler(desafio, json, 'o desafio');
  });

  await conferirTus(s);
  return { tribunal };
}

/** `{"alg":"none"}`, `{"sub":"x"}`: a server that takes it takes anything. */
const TOKEN_SEM_ASSINATURA = 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.';

async function conferirTus(s: Sessao): Promise<void> {
  await s.confere('Anexos', 'tus', 'Os anexos chegam por tus 1.0', async () => {
    const { headers } = await s.chamar('v1/anexos', { metodo: 'OPTIONS' });
    if (!headers.has('tus-version')) return pula('este servidor não recebe anexos');
    espera(headers.get('tus-version')!.split(',').includes('1.0.0'), 'Tus-Version não tem 1.0.0');
    espera((headers.get('tus-extension') ?? '').split(',').map((name) => name.trim()).includes('creation'), 'Tus-Extension não tem creation');
  });
}

/** What all answers together have to keep; asked last. */
export async function conferirConjunto(s: Sessao): Promise<void> {
  await s.confere('Servidor', 'date', 'Toda resposta traz Date, com a hora certa', () => {
    if (s.semDate.size) falha(`sem Date: ${[...s.semDate].slice(0, 3).join(', ')}`);
    const pior = s.desvios.reduce((a, b) => (Math.abs(b) > Math.abs(a) ? b : a), 0);
    espera(Math.abs(pior) < LONGE_MS, `o relógio do servidor está ${Math.round(Math.abs(pior) / 60_000)} min ${pior > 0 ? 'adiantado' : 'atrasado'} em relação a esta máquina`);
  });
  await s.confere('Erros', 'problem-json', 'Todo erro vem em application/problem+json (RFC 9457)', () => {
    const [first] = s.errosRuins;
    if (first) falha(`${first[0]} ${first[1]}${s.errosRuins.size > 1 ? `, e mais ${s.errosRuins.size - 1}` : ''}`);
  });
}
