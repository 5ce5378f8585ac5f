import type { Canal, Endereco, Tribunal, Unidade } from '../../contract/tribunal.ts';
import { safeUrl } from '../url/safe-url.ts';

/** A channel as it is shown: words and, where there is one, an address that can be followed. */
export interface CanalView {
  tipo: Canal['tipo'];
  /** The court's own name of the channel, or null. */
  rotulo: string | null;
  /** What the person reads: a number, an address in lines; empty where the link's own words say it all. */
  linhas: readonly string[];
  href: string | null;
  observacao: string | null;
  /**
   * What happens to a message sent outside the public hours (Portaria Conjunta TJRN 38/2021, art. 4, § 2): true when it is kept,
   * false when it is disregarded, null where nothing is sent.
   */
  guarda: boolean | null;
}

/** Kept unless the court says otherwise: what arrives in a mailbox or a form stays there; a chat's message does not. */
const KEEPS: Record<Canal['tipo'], boolean | null> = {
  telefone: null,
  presencial: null,
  whatsapp: false,
  chat: false,
  email: true,
  formulario: true,
  carta: true,
};

/** First the channels that answer at once, then those that keep a message. */
const ORDER: readonly Canal['tipo'][] = ['telefone', 'whatsapp', 'chat', 'email', 'formulario', 'presencial', 'carta'];

/**
 * Address of a conversation in WhatsApp with the first message written.
 * @param numero international digits; anything else is dropped
 */
export function whatsappHref(numero: string, mensagem?: string): string | null {
  const digits = numero.replace(/\D/g, '');
  if (!/^\d{10,15}$/.test(digits)) return null;
  const text = mensagem?.trim().replace(/\p{Cs}/gu, '\uFFFD');
  return `https://wa.me/${digits}${text ? `?text=${encodeURIComponent(text)}` : ''}`;
}

/**
 * Address that dials. A number written with its area code and no country gets Brazil's, so that it works from abroad too; short and
 * toll-free numbers (0800) stay as they are.
 */
export function telHref(numero: string): string | null {
  const digits = numero.replace(/\D/g, '');
  if (digits.length < 3) return null;
  const international = /^\s*\+/.test(numero);
  const national = !international && /^[1-9][1-9]\d{8,9}$/.test(digits);
  return `tel:${international ? '+' : national ? '+55' : ''}${digits}`;
}

/** WhatsApp digits as a telephone is read: `+55 84 4042-0540`. */
export function whatsappText(numero: string): string {
  const match = /^(55)(\d{2})(\d{4,5})(\d{4})$/.exec(numero.replace(/\D/g, ''));
  return match ? `+${match[1]} ${match[2]} ${match[3]}-${match[4]}` : `+${numero.replace(/\D/g, '')}`;
}

/** A street address in the lines of an envelope. */
export function enderecoLinhas({ logradouro, complemento, bairro, municipio, uf, cep }: Endereco): string[] {
  const code = cep?.replace(/^(\d{5})-?(\d{3})$/, '$1-$2');
  return [[logradouro, complemento].filter(Boolean).join(', '), bairro, `${municipio} – ${uf}`, code && `CEP ${code}`].filter(
    (line): line is string => Boolean(line),
  );
}

/** Where a channel leads and what it reads as. */
function reach(canal: Canal): { href: string | null; linhas: string[] } {
  switch (canal.tipo) {
    case 'telefone':
      return { href: telHref(canal.numero), linhas: [canal.numero] };
    case 'whatsapp':
      return { href: whatsappHref(canal.numero, canal.mensagem), linhas: [whatsappText(canal.numero)] };
    case 'email':
      return { href: safeUrl(`mailto:${canal.endereco}`), linhas: [canal.endereco] };
    case 'chat':
    case 'formulario':
      return { href: safeUrl(canal.url), linhas: [] };
    case 'presencial':
    case 'carta':
      return { href: null, linhas: enderecoLinhas(canal.endereco) };
  }
}

/** A channel ready to be shown; null when nothing of it can be. */
export function canalView(canal: Canal): CanalView | null {
  const { href, linhas } = reach(canal);
  if (href === null && linhas.length === 0) return null;
  return {
    tipo: canal.tipo,
    rotulo: canal.rotulo || null,
    linhas,
    href,
    observacao: canal.observacao || null,
    guarda: KEEPS[canal.tipo] === null ? null : (canal.guardaForaDoHorario ?? KEEPS[canal.tipo]),
  };
}

/**
 * Puts channels in order and drops repetitions; what an unknown `tipo` of a newer court file means nobody here knows, so it is left out.
 * The first of two equal ones stays.
 */
export function canalViews(canais: readonly (Canal | CanalView)[]): CanalView[] {
  const seen = new Set<string>();
  const views: CanalView[] = [];
  for (const canal of canais) {
    if (!ORDER.includes(canal.tipo)) continue;
    const view = 'linhas' in canal ? canal : canalView(canal);
    const key = view && `${view.tipo} ${view.href ?? view.linhas.join()}`;
    if (!view || !key || seen.has(key)) continue;
    seen.add(key);
    views.push(view);
  }
  return views.sort((a, b) => ORDER.indexOf(a.tipo) - ORDER.indexOf(b.tipo));
}

/**
 * Every channel of a unit: its own, its street address as in-person service, and the court's (Portaria Conjunta TJRN 38/2021, arts. 2
 * and 10).
 */
export function unitChannels(unidade: Pick<Unidade, 'canais' | 'endereco'>, tribunal: Pick<Tribunal, 'canais'> | null): CanalView[] {
  const own: Canal[] = [...(unidade.canais ?? [])];
  if (unidade.endereco && !own.some(({ tipo }) => tipo === 'presencial')) own.push({ tipo: 'presencial', endereco: unidade.endereco });
  return canalViews([...own, ...(tribunal?.canais ?? [])]);
}
