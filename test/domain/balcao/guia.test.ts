import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { AssuntoBalcao, Tribunal, Unidade } from '../../../src/contract/tribunal.ts';
import { unitChannels } from '../../../src/domain/channels/channels.ts';
import { desfecho, menu, unidadeHref, type ContextoGuia, type Desfecho, type Fim, type OpcaoGuia } from '../../../src/domain/balcao/guia.ts';

const unidade: Unidade = { id: 'vara-1', nome: '1ª Vara', tipo: 'vara', hours: 'Mo-Fr 08:00-14:00', canais: [{ tipo: 'telefone', numero: '(84) 3333-1000' }] };
const outra: Unidade = { id: 'familia', nome: 'Vara de Família', tipo: 'vara', hours: 'Mo-Fr 08:00-14:00', canais: [{ tipo: 'email', endereco: 'familia@tribunal.example' }] };
const court: Tribunal = { nome: 'Tribunal', sigla: 'TJ', ramo: 'estadual', timezone: 'America/Fortaleza', unidades: [unidade, outra] };

const em = (tribunal: Partial<Tribunal> = {}, own: Partial<Unidade> = {}): ContextoGuia => {
  const unit = { ...unidade, ...own };
  const all = { ...court, ...tribunal };
  return { unidade: unit, canais: unitChannels(unit, all), peticionamento: 'https://pje.example/', tribunal: all };
};
const comAssunto = (assunto: AssuntoBalcao): OpcaoGuia => ({ id: 'x', assunto });
const every = (id: 'pje' | 'peticao' | 'reclamacao' | 'unidade' | 'outro' | 'jurisdicional' | 'administrativa'): OpcaoGuia => ({ id, embutida: id });
const nome = (opcao: OpcaoGuia): string => ('assunto' in opcao ? opcao.assunto.rotulo : opcao.embutida);
const fim = (found: Desfecho): Fim => (found.kind === 'aviso' ? found.depois : found);

const assunto: fc.Arbitrary<AssuntoBalcao> = fc
  .record(
    {
      rotulo: fc.oneof(fc.string({ minLength: 1 }), fc.constantFrom('Andamento', 'ANDAMENTO ', 'Outro assunto', 'Audiência')),
      unidadeId: fc.constantFrom('vara-1', 'familia', 'longe'),
      url: fc.oneof(fc.webUrl(), fc.constant('javascript:alert(1)')),
      aviso: fc.string(),
      comProcesso: fc.boolean(),
      administrativa: fc.boolean(),
    },
    { requiredKeys: ['rotulo'] },
  )
  .map((value) => value as AssuntoBalcao);

const contexto: fc.Arbitrary<ContextoGuia> = fc
  .record({
    ramo: fc.constantFrom('estadual' as const, 'eleitoral' as const),
    daUnidade: fc.array(assunto, { maxLength: 5 }),
    doTribunal: fc.array(assunto, { maxLength: 5 }),
    url: fc.constantFrom(undefined, 'balcao.html?unidade={id}', 'javascript:{id}'),
    suporte: fc.constantFrom(undefined, {}, { url: 'https://pje.example/suporte' }, { texto: 'Ligue.', canais: [{ tipo: 'telefone' as const, numero: '0800 1' }] }),
    administrativa: fc.boolean(),
    peticionamento: fc.constantFrom(null, 'https://pje.example/'),
    ouvidoria: fc.constantFrom(undefined, {}, { url: 'ouvidoria.html' }),
  })
  .map(({ ramo, daUnidade, doTribunal, url, suporte, administrativa, peticionamento, ouvidoria }) => ({
    ...em(
      { ramo, balcao: { assuntos: doTribunal, ...(url ? { url } : {}), ...(suporte ? { suportePje: suporte } : {}) }, ...(ouvidoria ? { ouvidoria } : {}) } as Partial<Tribunal>,
      { assuntos: daUnidade, materiaAdministrativa: administrativa },
    ),
    peticionamento,
  }));

describe('the guided menu of the counter', () => {
  it('[BV-10] lists the matters of the unit, then those of the court, then those of every counter; another matter is the last', () => {
    const options = menu(em({ balcao: { assuntos: [{ rotulo: 'Outro assunto' }, { rotulo: 'Certidões' }, { rotulo: 'andamento  de processo' }] } }, { assuntos: [{ rotulo: 'Andamento de processo' }, { rotulo: 'Alvará' }] }));
    assert.deepEqual(options.map(nome), ['Andamento de processo', 'Alvará', 'Certidões', 'peticao', 'pje', 'reclamacao', 'unidade', 'Outro assunto']);
  });

  it('[BV-10] serves a court that lists nothing', () => {
    assert.deepEqual(menu({ unidade: null, canais: [], peticionamento: null, tribunal: null }).map(nome), ['peticao', 'pje', 'reclamacao', 'unidade', 'outro']);
  });

  it('[BV-10] leads a matter of another unit to the counter of that unit', () => {
    const found = desfecho(comAssunto({ rotulo: 'Guarda', unidadeId: 'familia' }), em({ balcao: { url: 'balcao.html?unidade={id}' } }));
    assert.ok(found.kind === 'unidade');
    assert.deepEqual([found.nome, found.href, found.canais.map(({ tipo }) => tipo)], ['Vara de Família', 'balcao.html?unidade=familia', ['email']]);
  });

  it('[BV-10] gives the channels of a unit whose counter has no address, and a unit that is not in the file by its address alone', () => {
    const semUrl = desfecho(comAssunto({ rotulo: 'Guarda', unidadeId: 'familia' }), em());
    assert.ok(semUrl.kind === 'unidade' && semUrl.href === null && semUrl.canais.length === 1);
    const longe = desfecho(comAssunto({ rotulo: 'Guarda', unidadeId: 'longe' }), em({ balcao: { url: 'balcao/{id}' } }));
    assert.ok(longe.kind === 'unidade' && longe.href === 'balcao/longe' && longe.nome === null);
  });

  it('[BV-07] never leads to the counter of a judge’s chambers', () => {
    const gabinete: Unidade = { ...outra, id: 'gabinete', tipo: 'gabinete' };
    const found = desfecho(comAssunto({ rotulo: 'Despacho', unidadeId: 'gabinete' }), em({ unidades: [unidade, gabinete], balcao: { url: 'balcao/{id}' } }));
    assert.ok(found.kind === 'unidade' && found.href === null && found.canais.length === 1);
  });

  it('[BV-10] a matter of this very unit is dealt with here', () => {
    assert.deepEqual(desfecho(comAssunto({ rotulo: 'Andamento', unidadeId: 'vara-1', comProcesso: true }), em()), { kind: 'fila', comProcesso: true, materia: null });
  });

  it('[BV-10] says the court’s words before anything else', () => {
    const found = desfecho(comAssunto({ rotulo: 'Guarda', unidadeId: 'familia', aviso: 'Traga a certidão.' }), em({ balcao: { url: '{id}' } }));
    assert.ok(found.kind === 'aviso' && found.texto === 'Traga a certidão.' && found.depois.kind === 'unidade');
  });

  it('[BV-07] leads a petition to the petition system, and never to the queue', () => {
    const found = desfecho(every('peticao'), em());
    assert.ok(found.kind === 'pagina' && found.links[0]!.que === 'peticao' && found.links[0]!.href === 'https://pje.example/');
    assert.equal(desfecho(every('peticao'), { ...em(), peticionamento: null }).kind, 'canais');
  });

  it('[BV-19] leads a problem of the PJe to its support, and never to the queue', () => {
    const suporte = { url: 'https://pje.example/suporte', texto: 'Das 7h às 19h.', canais: [{ tipo: 'telefone' as const, numero: '0800 100' }] };
    const found = desfecho(every('pje'), em({ balcao: { suportePje: suporte } }));
    assert.ok(found.kind === 'pagina');
    assert.deepEqual([found.links, found.canais.map(({ tipo }) => tipo), found.texto], [[{ que: 'pje', href: 'https://pje.example/suporte' }], ['telefone'], 'Das 7h às 19h.']);
    const semSuporte = desfecho(every('pje'), em());
    assert.ok(semSuporte.kind === 'canais' && semSuporte.motivo === 'pje' && semSuporte.canais.length === 1);
  });

  it('[BV-10] leads a complaint to the Ouvidoria, and who does not know the unit to the directory and the search of cases', () => {
    const found = desfecho(every('reclamacao'), em({ ouvidoria: { url: 'ouvidoria.html' } }));
    assert.ok(found.kind === 'pagina' && found.links[0]!.href === 'ouvidoria.html');
    const unit = desfecho(every('unidade'), em({ balcao: { diretorioUrl: 'unidades.html' }, consultaProcessualUrl: 'https://consulta.example/' }));
    assert.ok(unit.kind === 'pagina');
    assert.deepEqual(unit.links.map(({ que }) => que), ['diretorio', 'consulta']);
  });

  it('[BV-08] at the Electoral Justice a case is always served here; administrative matter only where the unit takes it', () => {
    const semAdministrativa = em({ ramo: 'eleitoral' });
    const comAdministrativa = em({ ramo: 'eleitoral' }, { materiaAdministrativa: true });
    assert.deepEqual(menu(semAdministrativa).map(nome), ['jurisdicional', 'administrativa', 'peticao', 'pje', 'reclamacao', 'unidade']);
    for (const place of [semAdministrativa, comAdministrativa]) assert.deepEqual(desfecho(every('jurisdicional'), place), { kind: 'fila', comProcesso: true, materia: 'jurisdicional' });
    assert.deepEqual(desfecho(every('administrativa'), comAdministrativa), { kind: 'fila', comProcesso: false, materia: 'administrativa' });
    const recusa = desfecho(every('administrativa'), semAdministrativa);
    assert.ok(recusa.kind === 'canais' && recusa.motivo === 'administrativa' && recusa.canais.length === 1);
    const titulo = comAssunto({ rotulo: 'Título de eleitor', administrativa: true });
    assert.equal(desfecho(titulo, semAdministrativa).kind, 'canais');
    assert.equal(desfecho(titulo, comAdministrativa).kind, 'fila');
    // Elsewhere the mark means nothing.
    assert.deepEqual(desfecho(titulo, em()), { kind: 'fila', comProcesso: false, materia: null });
  });

  it('[BV-08] the menu of the Electoral Justice names one entry for administrative matter, the court’s when it has one', () => {
    const options = menu(em({ ramo: 'eleitoral', balcao: { assuntos: [{ rotulo: 'Título de eleitor', administrativa: true }, { rotulo: 'Outro assunto' }] } }));
    assert.deepEqual(options.map(nome), ['Título de eleitor', 'jurisdicional', 'peticao', 'pje', 'reclamacao', 'unidade']);
  });

  it('[BV-10] is total: every entry leads somewhere, ids are never equal, and no address is dangerous', () => {
    fc.assert(
      fc.property(contexto, (place) => {
        const options = menu(place);
        assert.equal(new Set(options.map(({ id }) => id)).size, options.length);
        for (const option of options) {
          const found = fim(desfecho(option, place));
          const addresses = found.kind === 'pagina' ? found.links.map(({ href }) => href) : found.kind === 'unidade' ? [found.href] : [];
          if (found.kind === 'pagina') assert.ok(found.links.length > 0);
          for (const address of addresses) assert.doesNotMatch(address ?? '', /^\s*javascript:/i);
        }
      }),
    );
  });

  it('[BV-19] [BV-07] whatever the court file says, PJe, petitions and complaints never lead to the queue', () => {
    fc.assert(fc.property(contexto, fc.constantFrom('pje' as const, 'peticao' as const, 'reclamacao' as const, 'unidade' as const), (place, id) => assert.ok(['pagina', 'canais'].includes(desfecho(every(id), place).kind))));
  });

  it('[BV-08] whatever the court file says, a case is served and administrative matter is not where the unit does not take it', () => {
    fc.assert(
      fc.property(contexto, (place) => {
        const eleitoral = place.tribunal?.ramo === 'eleitoral';
        assert.equal(desfecho(every('jurisdicional'), place).kind, 'fila');
        for (const option of menu(place)) {
          const found = fim(desfecho(option, place));
          if (found.kind !== 'fila') continue;
          assert.equal(found.materia !== null, eleitoral);
          if (found.materia === 'administrativa') assert.equal(place.unidade?.materiaAdministrativa, true);
        }
      }),
    );
  });

  it('addresses a unit by its own page first', () => {
    assert.equal(unidadeHref('vara-1', { ...court, unidades: [{ ...unidade, balcaoUrl: '/vara-1' }], balcao: { url: '/{id}' } }), '/vara-1');
    assert.equal(unidadeHref('vara-1', { ...court, balcao: { url: '/b/{id}?u={id}' } }), '/b/vara-1?u=vara-1');
    assert.equal(unidadeHref('vara-1', court), null);
    assert.equal(unidadeHref('vara-1', null), null);
  });
});
