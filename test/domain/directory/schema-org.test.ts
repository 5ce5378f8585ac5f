import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkCourtFile } from '../../../src/contract/court-file.ts';
import type { Tribunal, Unidade } from '../../../src/contract/tribunal.ts';
import { dayOf } from '../../../src/domain/calendar/civil.ts';
import { schemaOrg, unidadeSchemaOrg, type No } from '../../../src/domain/directory/schema-org.ts';
import { hoursOn, readHours } from '../../../src/domain/hours/hours-on.ts';
import { demoCourt } from '../../support/backend.ts';
import { tribunalGrande } from '../../support/tribunal-grande.ts';

const read = checkCourtFile(demoCourt());
assert.ok(read.ok);
const demo: Tribunal = read.tribunal;
const HOJE = '2026-11-16';

/** What the vocabulary says of the types that are used: their properties (those of the types they come from included), and what each holds. */
const TEXTO = (value: unknown): boolean => typeof value === 'string' && value.length > 0;
const DATA = (value: unknown): boolean => typeof value === 'string' && !Number.isNaN(dayOf(value));
const HORA = (value: unknown): boolean => typeof value === 'string' && /^([01]\d|2[0-3]):[0-5]\d$/.test(value);
const URL_ABSOLUTA = (value: unknown): boolean => typeof value === 'string' && /^https?:\/\//.test(value) && URL.canParse(value);
const DIAS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
type Regra = ((value: unknown) => boolean) | string;
const VOCABULARIO: Record<string, Record<string, Regra>> = {
  GovernmentOffice: {
    identifier: TEXTO,
    name: TEXTO,
    areaServed: 'AdministrativeArea',
    telephone: TEXTO,
    email: TEXTO,
    address: 'PostalAddress',
    contactPoint: 'ContactPoint',
    openingHoursSpecification: 'OpeningHoursSpecification',
    specialOpeningHoursSpecification: 'OpeningHoursSpecification',
    additionalProperty: 'PropertyValue',
    url: URL_ABSOLUTA,
    parentOrganization: 'GovernmentOrganization',
  },
  AdministrativeArea: { name: TEXTO },
  PostalAddress: { streetAddress: TEXTO, addressLocality: TEXTO, addressRegion: TEXTO, postalCode: TEXTO, addressCountry: TEXTO },
  ContactPoint: { contactType: TEXTO, name: TEXTO, telephone: TEXTO, url: URL_ABSOLUTA },
  OpeningHoursSpecification: { dayOfWeek: (value) => DIAS.includes(value as string), opens: HORA, closes: HORA, validFrom: DATA, validThrough: DATA },
  PropertyValue: { name: TEXTO, value: TEXTO },
  GovernmentOrganization: { name: TEXTO, alternateName: TEXTO },
};

function confere(no: No, tipo: string): void {
  assert.equal(no['@type'], tipo);
  for (const [name, value] of Object.entries(no)) {
    if (name === '@type') continue;
    const rule = VOCABULARIO[tipo]?.[name];
    assert.ok(rule, `${tipo} has no ${name}`);
    for (const item of Array.isArray(value) ? (value as unknown[]) : [value]) {
      if (typeof rule === 'string') confere(item as No, rule);
      else assert.ok(rule(item), `${tipo}.${name}: ${JSON.stringify(item)}`);
    }
  }
}

const minutos = (text: string): number => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));
const lista = (value: unknown): No[] => (value === undefined ? [] : Array.isArray(value) ? (value as No[]) : [value as No]);

test('[TRA-02] contacts and public hours of each unit are told with the types and properties of schema.org and nothing else', () => {
  for (const tribunal of [demo, tribunalGrande(200)]) {
    for (const base of [undefined, 'https://www.tribunal.example/servicos/']) {
      const document = schemaOrg(tribunal.unidades, tribunal, { hoje: HOJE, base });
      assert.equal(document['@context'], 'https://schema.org');
      const graph = document['@graph'] as No[];
      assert.equal(graph.length, tribunal.unidades.length);
      tribunal.unidades.forEach((unidade, at) => {
        const no = graph[at]!;
        confere(no, 'GovernmentOffice');
        assert.equal(no['name'], unidade.nome);
        const telefones = (unidade.canais ?? []).flatMap((canal) => (canal.tipo === 'telefone' ? [canal.numero] : []));
        assert.deepEqual(lista(no['telephone']), telefones);
        assert.ok(no['openingHoursSpecification'], unidade.id);
        assert.equal('url' in no, base !== undefined && unidade.tipo !== 'gabinete');
      });
    }
  }
});

test('[TRA-02] what machines read of the hours is what the counter tells people, usual days and special ones', () => {
  for (const unidade of [...demo.unidades, ...tribunalGrande(60).unidades]) {
    const tribunal = demo.unidades.includes(unidade) ? demo : tribunalGrande(60);
    const no = unidadeSchemaOrg(unidade, tribunal, { hoje: HOJE });
    const rules = readHours(unidade.hours);
    assert.ok(rules.ok);
    const agenda = { hours: unidade.hours, timezone: 'UTC', especiais: unidade.especiais, calendario: tribunal.calendario, unidadeId: unidade.id, municipio: unidade.municipio ?? unidade.endereco?.municipio ?? unidade.comarca };
    for (let day = dayOf(HOJE); day < dayOf(HOJE) + 60; day++) {
      const date = new Date(day * 864e5).toISOString().slice(0, 10);
      const weekday = DIAS[(new Date(day * 864e5).getUTCDay() + 6) % 7]!;
      const special = lista(no['specialOpeningHoursSpecification']).filter((item) => date >= (item['validFrom'] as string) && date <= (item['validThrough'] as string));
      const said = special.length > 0 ? special : lista(no['openingHoursSpecification']).filter((item) => [item['dayOfWeek']].flat().includes(weekday));
      const spans = said
        .filter((item) => !(item['opens'] === '00:00' && item['closes'] === '00:00'))
        .map((item) => [minutos(item['opens'] as string), item['closes'] === '23:59' ? 1440 : minutos(item['closes'] as string)]);
      const real: number[][] = hoursOn(agenda, rules.value, day).spans.map(({ start, end }) => [start, end > 1440 ? end - 1440 : end]);
      assert.deepEqual(spans, real, `${unidade.id} ${date}`);
    }
  }
});

test('hours past midnight close on the next day, a whole day ends at 23:59, and what cannot be read is left out', () => {
  const de = (hours: Unidade['hours']): unknown => unidadeSchemaOrg({ ...demo.unidades[0]!, hours }, { ...demo, calendario: { nacionais: false, recesso: false } }, { hoje: HOJE })['openingHoursSpecification'];
  assert.deepEqual(de('Fr 22:00-02:00'), { '@type': 'OpeningHoursSpecification', 'dayOfWeek': ['Friday'], 'opens': '22:00', 'closes': '02:00' });
  assert.deepEqual(de('Sa 00:00-24:00'), { '@type': 'OpeningHoursSpecification', 'dayOfWeek': ['Saturday'], 'opens': '00:00', 'closes': '23:59' });
  assert.equal(de('xx'), undefined);
});

test('an address that is no web page never becomes one', () => {
  const no = unidadeSchemaOrg({ ...demo.unidades[0]!, balcaoUrl: 'javascript:alert(1)', canais: [{ tipo: 'chat', url: 'data:text/html,x' }] }, demo, { hoje: HOJE, base: 'https://tribunal.example/' });
  assert.equal('url' in no, false);
  assert.equal('contactPoint' in no, false);
});
