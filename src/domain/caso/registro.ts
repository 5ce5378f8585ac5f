import type { TipoCaso } from '../../contract/caso.ts';
import { diaEHora } from '../agenda/prazo.ts';
import { contarPrazo } from '../deadlines/prazo.ts';
import { ENCARREGADO } from './papeis.ts';
import type { EventoDoCaso } from './resultado.ts';
import { diasDaUnidade, emAndamento, regrasDe, type Contexto, type Fatos, type Situacao } from './situacao.ts';

/** What is known of a case when it is registered. */
export type Inicio = Pick<Fatos, 'tipo' | 'especie' | 'tema' | 'assunto' | 'direito' | 'modo' | 'prazo' | 'balcao' | 'agendamento'>;

const VAZIO = { prorrogacao: null, unidade: null, pergunta: null, decisoes: [], recursos: [], destino: null, avaliacao: null } as const;

const REGISTRADO: Record<TipoCaso, string> = {
  'manifestacao': 'Manifestação registrada.',
  'pedido-informacao': 'Pedido de informação registrado.',
  'mensagem': 'Mensagem recebida.',
  'agendamento': 'Atendimento marcado.',
};

const registro = ({ tipo, agendamento }: Inicio): EventoDoCaso => ({
  tipo: 'registro',
  papel: 'cidadao',
  texto: agendamento ? `Atendimento marcado para ${diaEHora(agendamento.inicio)}.` : REGISTRADO[tipo],
  comAnexos: true,
});

const envio = (texto: string): EventoDoCaso => ({ tipo: 'encaminhamento', papel: 'sistema', texto });

/**
 * A case as it is registered. What the norm sends to another body goes there at once, and the person is told: requisitions of a data subject to the
 * encarregado, reports under Lei 13.608/2018 to the correição body (Res. CNJ 432/2021, art. 5, §§ 2 and 3).
 * @param unidadeDoTema unit that the court assigned to the theme; null when it named none
 */
export function registrarCaso(inicio: Inicio, unidadeDoTema: string | null, ctx: Contexto): { situacao: Situacao; eventos: readonly EventoDoCaso[] } {
  const fatos: Fatos = { ...VAZIO, ...inicio };
  const nome = unidadeDoTema === null ? undefined : ctx.nomeDaUnidade?.(unidadeDoTema);
  if (inicio.tipo === 'manifestacao' && inicio.tema === 'lgpd') {
    const texto = `Encaminhada ao ${ENCARREGADO.toLowerCase()}${nome ? ` (${nome})` : ''}, que vai responder. A Ouvidoria acompanha até o fim (Resolução CNJ 432/2021, art. 5º, § 3º).`;
    return { situacao: emAndamento({ ...fatos, unidade: { id: unidadeDoTema, prazo: null } }), eventos: [registro(inicio), envio(texto)] };
  }
  if (inicio.tipo === 'manifestacao' && inicio.tema === 'relato-lei-13608' && unidadeDoTema !== null && nome) {
    const texto = `Encaminhada ao órgão que apura: ${nome}. A Ouvidoria acompanha (Resolução CNJ 432/2021, art. 5º, § 2º).`;
    const prazo = contarPrazo(ctx.hoje, regrasDe(fatos).unidade, diasDaUnidade(ctx, unidadeDoTema));
    return { situacao: emAndamento({ ...fatos, unidade: { id: unidadeDoTema, prazo } }), eventos: [registro(inicio), envio(texto)] };
  }
  return { situacao: { ...fatos, estado: 'registrada' }, eventos: [registro(inicio)] };
}
