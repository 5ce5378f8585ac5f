import type { Canal, Endereco, Tribunal, Unidade } from '../../contract/tribunal.ts';
import { dateOf, dayOf, weekdayOf } from '../calendar/civil.ts';
import { municipioDe } from '../calendar/closures.ts';
import { hoursOn, readHours } from '../hours/hours-on.ts';
import type { AgendaUnidade, Span } from '../hours/types.ts';
import { safeUrl } from '../url/safe-url.ts';

/** A node of a JSON-LD document. */
export type No = Readonly<Record<string, unknown>>;

export interface SchemaOrgOptions {
  /** Civil date from which special days are told. */
  hoje: string;
  /** Absolute address of the court's site, against which relative ones are resolved; without it they are left out. */
  base?: string | undefined;
}

const DIAS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
/** How far special days are told, in days. */
const HORIZONTE = 60;

const hora = (minutes: number): string => `${String(Math.floor((minutes % 1440) / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** A whole day is written until 23:59, as readers of the vocabulary expect; `closes` before `opens` is on the next day. */
const horas = ({ start, end }: Span): No => ({ opens: hora(start), closes: end - start >= 1440 ? '23:59' : hora(end) });

/** Usual hours of the week, days of the same hours together. */
function semana(agenda: AgendaUnidade, primeiro: number): No[] {
  const rules = readHours(agenda.hours);
  if (!rules.ok) return [];
  const grupos = new Map<string, string[]>();
  for (let day = primeiro; day < primeiro + 7; day++) {
    for (const span of hoursOn(agenda, rules.value, day).spans) {
      const key = JSON.stringify(horas(span));
      grupos.set(key, [...(grupos.get(key) ?? []), DIAS[weekdayOf(day)]!]);
    }
  }
  return [...grupos].map(([key, dias]) => ({
    '@type': 'OpeningHoursSpecification',
    'dayOfWeek': dias.toSorted((a, b) => DIAS.indexOf(a) - DIAS.indexOf(b)),
    ...(JSON.parse(key) as No),
  }));
}

/** Days of the coming weeks that are not as usual: closed is from 00:00 to 00:00. Days in a row with the same hours are one entry. */
function especiais(agenda: AgendaUnidade, comum: AgendaUnidade, hoje: number): No[] {
  const rules = readHours(agenda.hours);
  if (!rules.ok) return [];
  const list: { de: number; ate: number; key: string; spans: readonly Span[] }[] = [];
  for (let day = hoje; day < hoje + HORIZONTE; day++) {
    const { spans } = hoursOn(agenda, rules.value, day);
    const key = JSON.stringify(spans);
    if (key === JSON.stringify(hoursOn(comum, rules.value, day).spans)) continue;
    const last = list.at(-1);
    if (last && last.ate === day - 1 && last.key === key) last.ate = day;
    else list.push({ de: day, ate: day, key, spans });
  }
  return list.flatMap(({ de, ate, spans }) =>
    (spans.length ? spans.map(horas) : [{ opens: '00:00', closes: '00:00' }]).map((said) => ({ '@type': 'OpeningHoursSpecification', 'validFrom': dateOf(de), 'validThrough': dateOf(ate), ...said })),
  );
}

const lugar = ({ logradouro, complemento, bairro, municipio, uf, cep }: Endereco): No => ({
  '@type': 'PostalAddress',
  'streetAddress': [logradouro, complemento, bairro].filter(Boolean).join(', '),
  'addressLocality': municipio,
  'addressRegion': uf,
  ...(cep ? { postalCode: cep } : {}),
  'addressCountry': 'BR',
});

/** One value alone, several as a list, none as nothing. */
const campo = (name: string, values: readonly unknown[]): No => (values.length === 0 ? {} : { [name]: values.length === 1 ? values[0] : values });

function contato(canal: Canal, base: string | undefined): No | null {
  const rotulo = canal.rotulo ? { name: canal.rotulo } : {};
  if (canal.tipo === 'whatsapp') return { '@type': 'ContactPoint', 'contactType': 'WhatsApp', ...rotulo, 'telephone': `+${canal.numero}`, 'url': `https://wa.me/${canal.numero}` };
  if (canal.tipo !== 'chat' && canal.tipo !== 'formulario') return null;
  const url = absoluto(canal.url, base);
  return url ? { '@type': 'ContactPoint', 'contactType': canal.tipo === 'chat' ? 'Bate-papo' : 'Formulário', ...rotulo, url } : null;
}

const absoluto = (url: string | undefined, base: string | undefined): string | null => {
  const found = safeUrl(url, base ? { base } : {});
  return found && /^https?:/.test(found) ? found : null;
};

/**
 * A unit in the vocabulary of schema.org (`GovernmentOffice`): contacts and public hours that machines read (Res. CNJ 215/2015, art. 6, II). The
 * vocabulary has no time zone of hours; it goes as an `additionalProperty`.
 */
export function unidadeSchemaOrg(unidade: Unidade, tribunal: Tribunal, { hoje, base }: SchemaOrgOptions): No {
  const { id, nome, tipo, comarca, endereco, canais = [] } = unidade;
  const timezone = unidade.timezone ?? tribunal.timezone;
  const comum: AgendaUnidade = { hours: unidade.hours, timezone, calendario: { nacionais: false, recesso: false } };
  const agenda: AgendaUnidade = {
    hours: unidade.hours,
    timezone,
    especiais: unidade.especiais,
    calendario: tribunal.calendario,
    unidadeId: id,
    municipio: municipioDe(unidade),
  };
  const dia = dayOf(hoje);
  const onde = endereco ?? canais.find((canal) => canal.tipo === 'presencial')?.endereco;
  const pagina = tipo === 'gabinete' ? null : absoluto((unidade.balcaoUrl ?? tribunal.balcao?.url)?.replaceAll('{id}', encodeURIComponent(id)), base);
  return {
    '@type': 'GovernmentOffice',
    'identifier': id,
    'name': nome,
    ...(comarca ? { areaServed: { '@type': 'AdministrativeArea', 'name': comarca } } : {}),
    ...campo('telephone', canais.flatMap((canal) => (canal.tipo === 'telefone' ? [canal.numero] : []))),
    ...campo('email', canais.flatMap((canal) => (canal.tipo === 'email' ? [canal.endereco] : []))),
    ...(onde ? { address: lugar(onde) } : {}),
    ...campo('contactPoint', canais.map((canal) => contato(canal, base)).filter((found) => found !== null)),
    ...campo('openingHoursSpecification', semana(comum, dia)),
    ...campo('specialOpeningHoursSpecification', especiais(agenda, comum, dia)),
    'additionalProperty': { '@type': 'PropertyValue', 'name': 'timezone', 'value': timezone },
    ...(pagina ? { url: pagina } : {}),
    'parentOrganization': { '@type': 'GovernmentOrganization', 'name': tribunal.nome, 'alternateName': tribunal.sigla },
  };
}

/** Units of a court as one JSON-LD document. */
export const schemaOrg = (unidades: readonly Unidade[], tribunal: Tribunal, options: SchemaOrgOptions): No => ({
  '@context': 'https://schema.org',
  '@graph': unidades.map((unidade) => unidadeSchemaOrg(unidade, tribunal, options)),
});
