import type { FilaEnvio } from '../../contract/fila.ts';
import type { AssuntoBalcao, Tribunal, Unidade } from '../../contract/tribunal.ts';
import { canalViews, unitChannels, type CanalView } from '../channels/channels.ts';
import { safeUrl } from '../url/safe-url.ts';

/**
 * From what a person needs to the unit and the channel that deal with it (Portaria Conjunta TJRN 38/2021, art. 4, § 1): the matters that the unit
 * and the court list, and those that every counter hears although they are dealt with elsewhere. No words here but the court's own.
 */

/**
 * Matters of every counter. `pje` is never the queue's (Portaria 38/2021, art. 6, sole §), nor is `peticao` (Res. CNJ 372/2021, art. 4, sole §).
 * `jurisdicional` and `administrativa` stand for `outro` at the Electoral Justice (Res. 372/2021, art. 6-A).
 */
export type Embutida = 'pje' | 'peticao' | 'reclamacao' | 'unidade' | 'outro' | 'jurisdicional' | 'administrativa';

/** One entry of the menu: a matter of the court file, or one of every counter. */
export type OpcaoGuia = { id: string; assunto: AssuntoBalcao } | { id: Embutida; embutida: Embutida };

/** Matter, at the Electoral Justice. */
export type Materia = NonNullable<FilaEnvio['materia']>;

/** A link, named by what it leads to. */
export interface LinkGuia {
  que: 'assunto' | 'peticao' | 'ouvidoria' | 'diretorio' | 'consulta' | 'pje';
  href: string;
}

/** Why the answer is elsewhere. */
export type MotivoGuia = 'assunto' | 'pje' | 'peticao' | 'reclamacao' | 'unidade' | 'administrativa';

/** Where the queue, a unit, a page or the channels take over. */
export type Fim =
  /** It is dealt with here. */
  | { kind: 'fila'; comProcesso: boolean; materia: Materia | null }
  /** Another unit deals with it; `href` is the page of its counter, null when the court did not say, and `canais` reach it anyway. */
  | { kind: 'unidade'; unidadeId: string; nome: string | null; href: string | null; canais: readonly CanalView[] }
  /** It is done on a page; there is at least one link. */
  | { kind: 'pagina'; motivo: MotivoGuia; links: readonly LinkGuia[]; canais: readonly CanalView[]; texto: string | null }
  /** Only channels help; there may be none. */
  | { kind: 'canais'; motivo: MotivoGuia; canais: readonly CanalView[]; texto: string | null };

/** Where an entry of the menu leads. `aviso`: the court's words come first, then the rest. */
export type Desfecho = Fim | { kind: 'aviso'; texto: string; depois: Fim };

/** What the menu is made of. */
export interface ContextoGuia {
  unidade: Unidade | null;
  /** Channels of the unit and of the court, ready to be shown. */
  canais: readonly CanalView[];
  /** Where petitions go. */
  peticionamento: string | null;
  tribunal: Tribunal | null;
}

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const OUTRO = /^outr[oa]s?( assuntos?)?$/;

const eleitoral = ({ tribunal }: ContextoGuia): boolean => tribunal?.ramo === 'eleitoral';

/** The menu: the unit's matters, then the court's, then those of every counter; "another matter" is the last. */
export function menu(contexto: ContextoGuia): OpcaoGuia[] {
  const seen = new Set<string>();
  const own: OpcaoGuia[] = [];
  const last: OpcaoGuia[] = [];
  for (const assunto of [...(contexto.unidade?.assuntos ?? []), ...(contexto.tribunal?.balcao?.assuntos ?? [])]) {
    const name = plain(assunto.rotulo);
    if (seen.has(name)) continue;
    seen.add(name);
    // At the Electoral Justice everything is one matter or the other: a nameless one cannot be placed.
    if (OUTRO.test(name) && eleitoral(contexto)) continue;
    (OUTRO.test(name) ? last : own).push({ id: `assunto ${name}`, assunto });
  }
  const each = (...ids: Embutida[]): OpcaoGuia[] => ids.map((id) => ({ id, embutida: id }));
  const rest = eleitoral(contexto)
    ? each('jurisdicional', ...(own.some((opcao) => 'assunto' in opcao && opcao.assunto.administrativa) ? [] : (['administrativa'] as const)))
    : [];
  const end = eleitoral(contexto) || last.length > 0 ? [] : each('outro');
  return [...own, ...rest, ...each('peticao', 'pje', 'reclamacao', 'unidade'), ...last, ...end];
}

/** Page of a unit's counter; null when the court did not say how it is addressed. */
export function unidadeHref(id: string, tribunal: Tribunal | null): string | null {
  const own = tribunal?.unidades.find((unit) => unit.id === id)?.balcaoUrl;
  return safeUrl(own ?? tribunal?.balcao?.url?.replaceAll('{id}', encodeURIComponent(id)));
}

const link = (que: LinkGuia['que'], url: unknown): LinkGuia[] => {
  const href = safeUrl(url);
  return href ? [{ que, href }] : [];
};

/** A page when there is one, else the channels. */
const page = (motivo: MotivoGuia, links: readonly LinkGuia[], canais: readonly CanalView[], texto: string | null = null): Fim =>
  links.length > 0 ? { kind: 'pagina', motivo, links, canais, texto } : { kind: 'canais', motivo, canais, texto };

/** Where the matter is dealt with at the Electoral Justice: what is jurisdictional here always, the rest where the unit takes it (Res. 372/2021, art. 6-A). */
function here(contexto: ContextoGuia, comProcesso: boolean, administrativa: boolean): Fim {
  if (!eleitoral(contexto)) return { kind: 'fila', comProcesso, materia: null };
  if (!administrativa) return { kind: 'fila', comProcesso, materia: 'jurisdicional' };
  return contexto.unidade?.materiaAdministrativa
    ? { kind: 'fila', comProcesso, materia: 'administrativa' }
    : { kind: 'canais', motivo: 'administrativa', canais: contexto.canais, texto: null };
}

function elsewhere(id: string, { tribunal }: ContextoGuia): Fim {
  const unit = tribunal?.unidades.find((item) => item.id === id);
  const canais = unit ? unitChannels(unit, tribunal) : [];
  // A judge's chambers has no counter to be led to (Res. 372/2021, art. 4, sole §).
  const href = unit?.tipo === 'gabinete' ? null : unidadeHref(id, tribunal);
  return { kind: 'unidade', unidadeId: id, nome: unit?.nome ?? null, href, canais };
}

function ofSubject(assunto: AssuntoBalcao, contexto: ContextoGuia): Fim {
  const links = link('assunto', assunto.url);
  if (links.length > 0) return { kind: 'pagina', motivo: 'assunto', links, canais: [], texto: null };
  if (assunto.unidadeId && assunto.unidadeId !== contexto.unidade?.id) return elsewhere(assunto.unidadeId, contexto);
  return here(contexto, assunto.comProcesso === true, assunto.administrativa === true);
}

function ofEvery(embutida: Embutida, contexto: ContextoGuia): Fim {
  const { tribunal, canais } = contexto;
  const { ouvidoria, balcao } = tribunal ?? {};
  switch (embutida) {
    case 'outro':
    case 'jurisdicional':
      return here(contexto, true, false);
    case 'administrativa':
      return here(contexto, false, true);
    case 'peticao':
      return page('peticao', link('peticao', contexto.peticionamento), contexto.peticionamento ? [] : canais);
    case 'pje': {
      const suporte = balcao?.suportePje;
      return page('pje', link('pje', suporte?.url), suporte?.canais ? canalViews(suporte.canais) : suporte?.url ? [] : canais, suporte?.texto || null);
    }
    case 'reclamacao': {
      const unit = tribunal?.unidades.find((item) => (ouvidoria?.unidadeId ? item.id === ouvidoria.unidadeId : item.tipo === 'ouvidoria'));
      const own = canalViews(ouvidoria?.canais ?? unit?.canais ?? []);
      return page('reclamacao', link('ouvidoria', ouvidoria?.url), own.length > 0 || ouvidoria?.url ? own : canalViews(tribunal?.canais ?? []));
    }
    case 'unidade':
      return page(
        'unidade',
        [...link('diretorio', balcao?.diretorioUrl), ...link('consulta', tribunal?.consultaProcessualUrl)],
        canalViews(tribunal?.canais ?? []),
      );
  }
}

/** Where an entry leads. The queue is the answer only when the unit itself deals with the matter. */
export function desfecho(opcao: OpcaoGuia, contexto: ContextoGuia): Desfecho {
  if ('embutida' in opcao) return ofEvery(opcao.embutida, contexto);
  const depois = ofSubject(opcao.assunto, contexto);
  const texto = opcao.assunto.aviso?.trim();
  return texto ? { kind: 'aviso', texto, depois } : depois;
}
