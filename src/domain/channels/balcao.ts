import { DEFAULT_TIMEZONE } from '../../config/limits.ts';
import type { Tribunal, Unidade, VideoConfig } from '../../contract/tribunal.ts';
import { municipioDe } from '../calendar/closures.ts';
import type { AgendaUnidade } from '../hours/types.ts';
import { safeUrl } from '../url/safe-url.ts';
import { canalView, canalViews, unitChannels, whatsappHref, type CanalView } from './channels.ts';

/** Where the person is led when the video is not in the page. */
export interface Destino {
  provider: 'link' | 'whatsapp';
  href: string;
  /** Name of the tool, as in `Teams`. */
  nome: string | null;
}

/** How the counter is reached by video (Res. CNJ 372/2021, art. 2: any adequate tool). */
export type Meio =
  /** In the page, or wherever the backend's ticket leads. */
  | { kind: 'sala'; config: VideoConfig; fila: boolean }
  /** A link that is on the page from the start. */
  | { kind: 'destino'; destino: Destino };

/**
 * What a webmaster has to mend: `link`, an address that cannot be opened; `servidor-de-teste`, a public server outside a demo; `sem-sala`,
 * no room name and no backend to give one.
 */
export type ProblemaVideo = 'link' | 'servidor-de-teste' | 'sem-sala';

/** The counter of one unit, put together from attributes, court file and backend. */
export interface Balcao {
  /** Tells one unit from another. */
  chave: string;
  id: string | null;
  nome: string;
  /** Judicial district, where it adds to the name. */
  comarca: string | null;
  /** When it serves the public. */
  agenda: AgendaUnidade;
  /** A judge's chambers: it has no counter (Res. CNJ 372/2021, art. 4, sole §). */
  gabinete: boolean;
  meio: Meio | null;
  /** Why the video that was configured cannot be offered; null when all is well. */
  problema: ProblemaVideo | null;
  canais: readonly CanalView[];
  /** Where petitions go; null when the court did not say. */
  peticionamento: string | null;
  demo: boolean;
  /** The unit as the court file or the backend has it; null when attributes alone describe it. */
  unidade: Unidade | null;
}

/** What the attributes of an element say. */
export interface BalcaoAttrs {
  unidade?: string | undefined;
  nome?: string | undefined;
  hours?: string | undefined;
  timezone?: string | undefined;
  telefone?: string | undefined;
  email?: string | undefined;
  endereco?: string | undefined;
  whatsapp?: string | undefined;
  jitsiDomain?: string | undefined;
  sala?: string | undefined;
  link?: string | undefined;
}

/** The unit that an element shows, when attributes or court file say which; `unidade` asks for it elsewhere. */
export function findUnit(attrs: BalcaoAttrs, tribunal: Tribunal | null): Unidade | 'attributes' | 'elsewhere' | null {
  if (attrs.unidade) {
    const inFile = tribunal?.unidades.find(({ id }) => id === attrs.unidade);
    if (inFile) return inFile;
    return attrs.nome && attrs.hours ? 'attributes' : 'elsewhere';
  }
  if (attrs.nome && attrs.hours) return 'attributes';
  return tribunal?.unidades.length === 1 ? tribunal.unidades[0]! : null;
}

/** Video configuration: the unit's, else the court's; attributes on top. */
function videoOf(attrs: BalcaoAttrs, unidade: Unidade | null, tribunal: Tribunal | null): { config: VideoConfig; direct: boolean } | null {
  const file = unidade?.semVideo ? null : (unidade?.video ?? tribunal?.video ?? null);
  if (attrs.link) return { config: { provider: 'link', url: attrs.link }, direct: true };
  if (attrs.jitsiDomain || attrs.sala) {
    const jitsi = file?.provider === 'jitsi' ? file : null;
    const domain = attrs.jitsiDomain ?? jitsi?.domain;
    const sala = attrs.sala ?? jitsi?.sala;
    if (domain) return { config: { ...jitsi, provider: 'jitsi', domain, ...(sala ? { sala } : {}) }, direct: true };
    if (file?.provider === 'jaas' && sala) return { config: { ...file, sala }, direct: true };
  }
  return file && { config: file, direct: false };
}

/** Servers that Jitsi runs for people to try it: an embedded call is cut at five minutes. */
const TRIAL = /^(.+\.)?meet\.jit\.si(:\d+)?$/i;

function meioOf(attrs: BalcaoAttrs, unidade: Unidade | null, tribunal: Tribunal | null, backend: boolean): { meio: Meio | null; problema: ProblemaVideo | null } {
  const video = videoOf(attrs, unidade, tribunal);
  if (!video) return { meio: null, problema: null };
  const { config, direct } = video;
  const fila = backend && !direct && unidade !== null;
  if (config.provider === 'link' || config.provider === 'whatsapp') {
    if (fila) return { meio: { kind: 'sala', config, fila }, problema: null };
    const href = config.provider === 'link' ? safeUrl(config.url) : whatsappHref(config.numero, config.mensagem);
    if (!href || /^(mailto|tel):/.test(href)) return { meio: null, problema: 'link' };
    return { meio: { kind: 'destino', destino: { provider: config.provider, href, nome: ('nome' in config && config.nome) || null } }, problema: null };
  }
  if (config.provider === 'jitsi' && TRIAL.test(config.domain) && !tribunal?.demo) {
    return { meio: null, problema: 'servidor-de-teste' };
  }
  if (!fila && !config.sala) {
    return { meio: null, problema: 'sem-sala' };
  }
  return { meio: { kind: 'sala', config, fila }, problema: null };
}

/**
 * Puts a counter together. Attributes win over the unit's data, and the unit's over the court's.
 * @param unidade the unit of the court file or backend; null when attributes alone describe it
 * @param backend whether the court has a backend that keeps a queue
 */
export function assemble(attrs: BalcaoAttrs, unidade: Unidade | null, tribunal: Tribunal | null, backend: boolean): Balcao {
  const { meio, problema } = meioOf(attrs, unidade, tribunal, backend);
  const own: CanalView[] = [
    ...(attrs.telefone ? [canalView({ tipo: 'telefone', numero: attrs.telefone })] : []),
    ...(attrs.whatsapp ? [canalView({ tipo: 'whatsapp', numero: attrs.whatsapp })] : []),
    ...(attrs.email ? [canalView({ tipo: 'email', endereco: attrs.email })] : []),
  ].filter((view) => view !== null);
  if (attrs.endereco) {
    own.push({ tipo: 'presencial', rotulo: null, linhas: attrs.endereco.split(/\s*[\n;]\s*/).filter(Boolean), href: null, observacao: null, guarda: null });
  }
  const given = new Set(own.map(({ tipo }) => tipo));
  const rest = unitChannels(unidade ?? {}, null).filter(({ tipo }) => !given.has(tipo));
  const nome = attrs.nome || unidade?.nome || '';
  return {
    chave: unidade?.id ?? attrs.unidade ?? nome,
    id: unidade?.id ?? null,
    nome,
    comarca: unidade?.comarca && !nome.includes(unidade.comarca) ? unidade.comarca : null,
    agenda: {
      hours: attrs.hours ?? unidade?.hours ?? '',
      timezone: attrs.timezone ?? unidade?.timezone ?? tribunal?.timezone ?? DEFAULT_TIMEZONE,
      especiais: attrs.hours ? undefined : unidade?.especiais,
      calendario: tribunal?.calendario,
      unidadeId: unidade?.id,
      municipio: municipioDe(unidade ?? {}),
    },
    gabinete: unidade?.tipo === 'gabinete',
    meio,
    problema,
    // An attribute replaces what the unit has of the same kind; the court's own channels stay.
    canais: canalViews([...own, ...rest, ...(tribunal?.canais ?? [])]),
    peticionamento: safeUrl(unidade?.peticionamentoUrl ?? tribunal?.peticionamentoUrl),
    demo: tribunal?.demo === true,
    unidade,
  };
}
