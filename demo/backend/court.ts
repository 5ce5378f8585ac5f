import { agendaDaUnidade, type AgendaDeVagas } from '../../src/domain/agenda/vagas.ts';
import { motivoNaoUtil } from '../../src/domain/calendar/dia-util.ts';
import { municipioDe } from '../../src/domain/calendar/closures.ts';
import { contarPrazo, type MotivoNaoUtil } from '../../src/domain/deadlines/prazo.ts';
import { regrasDoCaso, type Natureza } from '../../src/domain/deadlines/regras.ts';
import { readHours } from '../../src/domain/hours/hours-on.ts';
import { statusAt, type HoursStatus } from '../../src/domain/hours/status.ts';
import type { AgendaUnidade } from '../../src/domain/hours/types.ts';
import { dateFnsZone } from '../../src/domain/zone/date-fns-zone.ts';
import type { ZoneRules } from '../../src/domain/zone/zone-rules.ts';
import { checkCourtFile, issueLine } from '../../src/contract/court-file.ts';
import type { Prazo } from '../../src/contract/caso.ts';
import type { ConfigAgenda, Tribunal, Unidade, VideoConfig } from '../../src/contract/tribunal.ts';

/** A court as the backend needs it: its file, and the answers of the domain bound to its zone and calendar. */
export interface Court {
  readonly tribunal: Tribunal;
  unidade(id: string): Unidade | undefined;
  /** Video of a unit: its own, else the court's. */
  video(unidade: Unidade): VideoConfig | undefined;
  /** Appointments of a unit: its own agenda, else the court's; null where there is none. */
  agenda(unidade: Unidade): AgendaDeVagas | null;
  readonly zone: ZoneRules;
  /** Open or not at the instant (epoch ms), in the unit's own zone. */
  situacao(unidade: Unidade, agora: number): HoursStatus;
  /** Civil date in the court's zone, or in the unit's. */
  dataCivil(agora: number, unidade?: Unidade): string;
  /** ISO 8601 with the offset of the court's zone, or of the unit's. */
  instante(agora: number, unidade?: Unidade): string;
  /** Why the court does not work on a civil date, or null on a working day. */
  readonly motivoNaoUtil: MotivoNaoUtil;
  /** The same of a unit: its city has holidays of its own. */
  motivoNaUnidade(id: string): MotivoNaoUtil;
  /** Due date of a case of this kind, registered on this civil date; of a unit's own, on the days of the unit. */
  prazo(natureza: Natureza, registradoEm: string, unidadeId?: string): Prazo;
  /** A page of units, in the order of the file. Null when the cursor is not one of ours. */
  buscar(busca: string, cursor: string | null, tamanho: number): { itens: Unidade[]; proxima: string | null } | null;
}

/** A court file that cannot be served, one line for each thing to mend. */
export class CourtError extends Error {
  readonly linhas: string[];
  constructor(linhas: string[]) {
    super(`O arquivo do tribunal tem ${linhas.length === 1 ? 'um erro' : `${linhas.length} erros`}:\n${linhas.map((linha) => `  - ${linha}`).join('\n')}`);
    this.name = 'CourtError';
    this.linhas = linhas;
  }
}

const zone = dateFnsZone();

const dobrar = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

const sobDominio = <V extends VideoConfig | undefined>(video: V, domain: string): V => {
  if (video?.provider !== 'jitsi') return video;
  const { inseguroLocal, ...resto } = video;
  const local = /^(localhost|127\.0\.0\.1|\[::1\])(:|$)/.test(domain);
  return { ...resto, domain, ...(inseguroLocal && local ? { inseguroLocal } : {}) } as V;
};

/** The same court with every Jitsi room on this server (`JITSI_DOMAIN`). */
export function comJitsi(tribunal: Tribunal, domain: string): Tribunal {
  return {
    ...tribunal,
    ...(tribunal.video ? { video: sobDominio(tribunal.video, domain) } : {}),
    unidades: tribunal.unidades.map((unidade) => (unidade.video ? { ...unidade, video: sobDominio(unidade.video, domain) } : unidade)),
  };
}

/** What the schema cannot see: hours that do not read, repeated ids, the public Jitsi in a real court. */
function conferir(tribunal: Tribunal): string[] {
  const erros: string[] = [];
  const ids = new Set<string>();
  const horarioDaAgenda = (agenda: ConfigAgenda | undefined, onde: string): void => {
    if (agenda?.hours !== undefined && !readHours(agenda.hours).ok) erros.push(`${onde}.hours: encontrado ${JSON.stringify(agenda.hours)}; esperado um horário como Mo-Fr 08:00-14:00.`);
  };
  horarioDaAgenda(tribunal.balcao?.agenda, 'balcao.agenda');
  tribunal.unidades.forEach((unidade, index) => {
    if (ids.has(unidade.id)) erros.push(`unidades[${index}].id: encontrado "${unidade.id}" pela segunda vez; esperado um identificador só desta unidade.`);
    ids.add(unidade.id);
    const lido = readHours(unidade.hours);
    if (!lido.ok) erros.push(`unidades[${index}].hours: encontrado ${JSON.stringify(unidade.hours)}; esperado um horário como Mo-Fr 08:00-14:00.`);
    horarioDaAgenda(unidade.agenda, `unidades[${index}].agenda`);
  });
  tribunal.calendario?.horariosExcepcionais?.forEach(({ hours }, index) => {
    if (!readHours(hours).ok) erros.push(`calendario.horariosExcepcionais[${index}].hours: encontrado ${JSON.stringify(hours)}; esperado um horário como 10:00-13:00, ou off.`);
  });
  const publico = (video: VideoConfig | undefined): boolean => video?.provider === 'jitsi' && /(^|\.)meet\.jit\.si(:|$)/i.test(video.domain);
  if (tribunal.demo !== true) {
    [tribunal.video, ...tribunal.unidades.map((unidade) => unidade.video)].forEach((video, index) => {
      if (publico(video)) erros.push(`${index === 0 ? 'video' : `unidades[${index - 1}].video`}.domain: encontrado "meet.jit.si", que é público; esperado o servidor do tribunal.`);
    });
  }
  return erros;
}

/**
 * Reads a court file.
 * @param raw the parsed JSON
 * @param options `jitsiDomain` puts every Jitsi room on that server; `aviso` hears what was ignored
 * @throws CourtError with one line for each thing to mend
 */
export function createCourt(raw: unknown, options: { jitsiDomain?: string | undefined; aviso?: (linha: string) => void } = {}): Court {
  const lido = checkCourtFile(raw);
  lido.avisos.forEach((aviso) => options.aviso?.(issueLine(aviso)));
  if (!lido.ok) throw new CourtError(lido.erros.map(issueLine));
  const tribunal = options.jitsiDomain ? comJitsi(lido.tribunal, options.jitsiDomain) : lido.tribunal;
  const erros = conferir(tribunal);
  if (erros.length) throw new CourtError(erros);

  const porId = new Map(tribunal.unidades.map((unidade) => [unidade.id, unidade]));
  const prazos = new Map<string, Prazo>();
  const situacoes = new Map<string, { unidade: Unidade; de: number; status: HoursStatus }>();
  const indice = tribunal.unidades.map((u) => dobrar([u.nome, u.tipo, u.comarca, municipioDe(u), u.id].join(' ')));
  const motivo: MotivoNaoUtil = (data) => motivoNaoUtil(data, tribunal.calendario);
  const motivoNaUnidade = (unidadeId: string): MotivoNaoUtil => {
    const unidade = porId.get(unidadeId);
    const onde = { unidadeId, municipio: unidade && municipioDe(unidade) };
    return (data) => motivoNaoUtil(data, tribunal.calendario, onde);
  };
  const fuso = (unidade?: Unidade): string => unidade?.timezone ?? tribunal.timezone;
  const fusos = new Map<string, number>();
  /** Offset of a zone. No zone changes within a quarter of an hour: asked once for each, since a queue of hundreds is hundreds of instants. */
  const deslocamento = (zona: string, agora: number): number => {
    const chave = `${zona} ${Math.floor(agora / 900_000)}`;
    let ms = fusos.get(chave);
    if (ms === undefined) {
      if (fusos.size > 2_000) fusos.clear();
      fusos.set(chave, (ms = zone.offsetAt(zona, agora)));
    }
    return ms;
  };
  const civil = (agora: number, unidade?: Unidade): string => new Date(agora + deslocamento(fuso(unidade), agora)).toISOString();

  return {
    tribunal,
    unidade: (id) => porId.get(id),
    agenda: (unidade) => agendaDaUnidade(tribunal, unidade),
    zone,
    video: (unidade) => (unidade.semVideo ? undefined : (unidade.video ?? tribunal.video)),
    situacao(unidade, agora) {
      // A unit that never closes is looked at 400 days ahead: once until its answer changes, not at each look at its queue.
      const sabida = situacoes.get(unidade.id);
      if (sabida && sabida.unidade === unidade && agora >= sabida.de && agora < (sabida.status.refreshAt ?? Infinity)) return sabida.status;
      const agenda: AgendaUnidade = {
        hours: unidade.hours,
        timezone: fuso(unidade),
        especiais: unidade.especiais,
        calendario: tribunal.calendario,
        unidadeId: unidade.id,
        municipio: municipioDe(unidade),
      };
      const status = statusAt(agenda, agora, zone);
      situacoes.set(unidade.id, { unidade, de: agora, status });
      return status;
    },
    dataCivil: (agora, unidade) => civil(agora, unidade).slice(0, 10),
    instante(agora, unidade) {
      const minutos = Math.round(deslocamento(fuso(unidade), agora) / 60_000);
      const abs = Math.abs(minutos);
      const dois = (n: number): string => String(n).padStart(2, '0');
      return `${civil(agora, unidade).slice(0, -1)}${minutos < 0 ? '-' : '+'}${dois(Math.floor(abs / 60))}:${dois(abs % 60)}`;
    },
    motivoNaoUtil: motivo,
    motivoNaUnidade,
    prazo(natureza, registradoEm, unidadeId) {
      const { resposta } = regrasDoCaso(natureza);
      // Of its own for each unit: they would push out of the few that are kept what everybody asks for.
      if (unidadeId !== undefined) return contarPrazo(registradoEm, resposta, motivoNaUnidade(unidadeId));
      const chave = `${resposta.base} ${resposta.dias} ${registradoEm}`;
      let prazo = prazos.get(chave);
      if (!prazo) {
        prazo = contarPrazo(registradoEm, resposta, motivo);
        // Today's and yesterday's are all that is asked for.
        if (prazos.size > 16) prazos.clear();
        prazos.set(chave, prazo);
      }
      return prazo;
    },
    buscar(busca, cursor, tamanho) {
      // The cursor names the last unit given, so that a file that grew in between neither repeats nor skips.
      let start = 0;
      if (cursor !== null) {
        const last = porId.get(Buffer.from(cursor, 'base64url').toString('utf8'));
        if (!last) return null;
        start = tribunal.unidades.indexOf(last) + 1;
      }
      const termos = dobrar(busca).split(/\s+/).filter(Boolean);
      const itens: Unidade[] = [];
      for (let i = start; i < tribunal.unidades.length; i += 1) {
        if (!termos.every((termo) => indice[i]!.includes(termo))) continue;
        if (itens.length === tamanho) return { itens, proxima: Buffer.from(itens.at(-1)!.id, 'utf8').toString('base64url') };
        itens.push(tribunal.unidades[i]!);
      }
      return { itens, proxima: null };
    },
  };
}
