import type { BalcaoState, Expediente } from '../../controllers/balcao.machine.ts';
import type { Reason } from '../../domain/hours/types.ts';
import type { ZoneRules } from '../../domain/zone/zone-rules.ts';
import type { balcao } from '../../i18n/pt-br/balcao.ts';
import type { Translate } from '../../i18n/translate.ts';
import { fusoEmPalavras, quando } from './quando.ts';

type T = Translate<keyof typeof balcao>;

/** What the status block says, and its colour: never colour alone. */
export interface Situacao {
  tom: 'bom' | 'ruim' | 'neutro' | 'ativo';
  titulo: string;
  linhas: readonly string[];
}

/** What the words depend on besides the state. */
export interface Contexto {
  t: T;
  /** Epoch milliseconds. */
  now: number;
  rules: ZoneRules | null;
}

export const reasonText = ({ kind, name }: Reason, t: T): string | null => {
  if (kind === 'holiday') return name ? t('balcao.feriado', { nome: name }) : t('balcao.feriado-sem-nome');
  if (kind === 'hours') return name ?? null;
  return name ?? t(kind === 'recess' ? 'balcao.recesso' : 'balcao.especial');
};

/** Milliseconds to add to UTC at an instant on the visitor's clock. */
export const localOffset = (instant: number): number => new Date(instant).getTimezoneOffset() * -60_000;

/** The change to come in the unit's zone and, when the visitor's clock shows another hour, in the visitor's. */
function change(key: 'balcao.fecha' | 'balcao.abre', instant: number, timezone: string, { t, now, rules }: Contexto): string[] {
  if (!rules) return [];
  const hoje = key === 'balcao.abre';
  const offsetAt = (at: number): number => rules.offsetAt(timezone, at);
  const there = quando(instant, now, offsetAt, t, hoje);
  if (offsetAt(instant) === localOffset(instant) && offsetAt(now) === localOffset(now)) return [t(key, { quando: there })];
  return [
    t(key, { quando: t('balcao.com-fuso', { texto: there, fuso: fusoEmPalavras(timezone, t) }) }),
    t('balcao.seu-horario', { quando: quando(instant, now, localOffset, t, hoje) }),
  ];
}

/** Open or closed, until when, why. */
export function situacaoExpediente(hours: Expediente, timezone: string, contexto: Contexto): Situacao {
  const { t } = contexto;
  const reason = hours.motivo && reasonText(hours.motivo, t);
  if (hours.aberto) {
    const linhas = hours.fecha === null ? [t('balcao.sempre')] : change('balcao.fecha', hours.fecha, timezone, contexto);
    return { tom: 'bom', titulo: t('balcao.aberto'), linhas: reason ? [...linhas, t('balcao.hoje-especial', { motivo: reason })] : linhas };
  }
  const linhas = hours.abre === null ? [t('balcao.sem-abertura')] : change('balcao.abre', hours.abre, timezone, contexto);
  return {
    tom: hours.breve ? 'neutro' : 'ruim',
    titulo: reason ? t('balcao.fechado-motivo', { motivo: reason }) : t(hours.breve ? 'balcao.em-breve' : 'balcao.fechado'),
    linhas,
  };
}

/** Everything that the status block says until a call is under way. A change of it is what gets announced. */
export function situacao(state: BalcaoState, contexto: Contexto): Situacao {
  const { t } = contexto;
  const say = (tom: Situacao['tom'], titulo: string, ...linhas: string[]): Situacao => ({ tom, titulo, linhas });
  switch (state.kind) {
    case 'no-unit':
      return say('neutro', t('balcao.sem-unidade'), t('balcao.sem-unidade-dica'));
    case 'seeking':
      return say('neutro', t('balcao.buscando'));
    case 'not-found':
      return state.motivo === 'rede'
        ? say('ruim', t('balcao.unidade-rede'), t('balcao.unidade-rede-dica'))
        : say('ruim', t('balcao.nao-encontrada'), t('balcao.nao-encontrada-dica'));
    case 'refused':
      return say('neutro', t('balcao.gabinete'), t(state.unit.canais.length > 0 ? 'balcao.gabinete-dica' : 'balcao.gabinete-dica-sem-canais'));
    case 'undetermined':
      return state.hours === 'aguardando' ? say('neutro', t('balcao.aguardando')) : say('neutro', t('balcao.ilegivel'), t('balcao.ilegivel-dica'));
    case 'closed':
    case 'opening-soon':
    case 'open':
      return situacaoExpediente(state.hours, state.unit.agenda.timezone, contexto);
    // The words of the call come with its code; these stand in when it is late, or never comes.
    case 'handed-over':
      return say('neutro', t(state.destino.provider === 'whatsapp' ? 'balcao.encaminhado-whatsapp' : 'balcao.encaminhado'));
    case 'ended':
      return say('neutro', t(state.motivo === 'interrompida' ? 'balcao.fim-interrompida' : 'balcao.fim-saiu'));
    case 'fallback':
      return say('ruim', t('balcao.falha'), t('balcao.falha.rede'));
    default:
      return say('ativo', t('balcao.preparando'));
  }
}
