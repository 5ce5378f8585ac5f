import type { AcaoEquipe, CasoTratamento, NomeAcaoEquipe } from '../../src/contract/tratamento.ts';
import type { Campo } from './formulario.ts';
import { ESPECIES, ESPECIES_DE, TEMAS } from './textos.ts';

/** An act as a form: its name, what it does in plain words, its fields. */
export interface Ato {
  titulo: string;
  explica: string;
  botao: string;
  campos: readonly Campo[];
}

export interface UnidadeDaLista {
  id: string;
  nome: string;
}

const nada = ['', 'Escolha'] as const;
const texto = (rotulo: string, over: Partial<Campo> = {}): Campo => ({ nome: 'texto', rotulo, tipo: 'texto', ...over });
const ARQUIVOS: Campo = { nome: 'anexos', rotulo: 'Arquivos', tipo: 'arquivos', opcional: true };

const AVISO_PRESERVADA = 'A identidade desta pessoa é preservada. Antes de enviar, confira se o texto e os arquivos não mostram quem ela é.';

/** The form of each act that the backend says is open. */
export function atoDe(nome: string, caso: CasoTratamento, unidades: readonly UnidadeDaLista[]): Ato | null {
  const pedido = caso.tipo === 'pedido-informacao';
  const doBalcao = caso.tipo === 'mensagem' || caso.tipo === 'agendamento';
  switch (nome as NomeAcaoEquipe) {
    case 'analisar':
      if (doBalcao) return { titulo: 'Ler e classificar', explica: 'Toma a mensagem em mãos e acerta o assunto.', botao: 'Salvar', campos: [{ nome: 'assunto', rotulo: 'Assunto', tipo: 'linha', opcional: true, valor: caso.assunto ?? '' }] };
      return {
        titulo: 'Analisar e classificar',
        explica: 'Toma o caso em mãos e acerta o tipo, o tema e o assunto.',
        botao: 'Salvar a análise',
        campos: [
          { nome: 'especie', rotulo: 'Tipo', tipo: 'lista', opcional: true, valor: caso.especie ?? '', opcoes: (ESPECIES_DE[caso.tipo] ?? []).map((id) => [id, ESPECIES[id] ?? id]) },
          ...(pedido ? [] : [{ nome: 'tema', rotulo: 'Tema', tipo: 'lista', opcional: true, valor: caso.tema ?? '', opcoes: [['', 'Nenhum'], ...Object.entries(TEMAS)] } satisfies Campo]),
          { nome: 'assunto', rotulo: 'Assunto', tipo: 'linha', opcional: true, valor: caso.assunto ?? '' },
        ],
      };
    case 'encaminhar':
      return {
        titulo: 'Encaminhar a uma unidade',
        explica: `A unidade vê o caso e tem prazo próprio para informar.${caso.modo === 'preservada' ? ` ${AVISO_PRESERVADA}` : ''}`,
        botao: 'Encaminhar',
        campos: [
          { nome: 'unidadeId', rotulo: 'Unidade', tipo: 'lista', opcoes: [nada, ...unidades.map(({ id, nome: dela }) => [id, dela] as const)] },
          texto('O que a unidade precisa informar', { opcional: true, ajuda: 'Só a unidade lê este texto.' }),
          { ...ARQUIVOS, ajuda: 'Só a unidade vê estes arquivos.' },
        ],
      };
    case 'prorrogar-unidade':
      return { titulo: 'Pedir mais prazo', explica: 'Uma vez só, antes do vencimento, com o motivo.', botao: 'Prorrogar o prazo da unidade', campos: [{ nome: 'motivo', rotulo: 'Motivo', tipo: 'texto' }] };
    case 'informar':
      return { titulo: 'Informar', explica: 'Responde a quem encaminhou. A pessoa não lê este texto.', botao: 'Enviar a informação', campos: [texto('Informação'), ARQUIVOS] };
    case 'perguntar':
      return { titulo: 'Perguntar à pessoa', explica: 'A pessoa responde com o protocolo e a chave.', botao: 'Enviar a pergunta', campos: [texto('Pergunta'), ARQUIVOS] };
    case 'prorrogar':
      return {
        titulo: 'Prorrogar o prazo',
        explica: 'Uma vez só, antes do vencimento. A pessoa lê o motivo.',
        botao: 'Prorrogar',
        campos: [{ nome: 'motivo', rotulo: 'Motivo', tipo: 'texto', ajuda: 'Escreva para a pessoa entender por que precisa esperar mais.' }],
      };
    case 'responder':
      return {
        titulo: 'Responder',
        explica: 'A pessoa lê esta resposta.',
        botao: 'Enviar a resposta',
        campos: [
          {
            nome: 'resultado',
            rotulo: 'Resultado',
            tipo: 'lista',
            opcoes: pedido || caso.tema === 'lgpd' ? [nada, ['concedida', 'Concedido'], ['parcial', 'Concedido em parte'], ['respondida', 'Respondido']] : [['respondida', 'Respondido']],
          },
          texto('Resposta'),
          ...(pedido || caso.tema === 'lgpd' ? [{ nome: 'fundamento', rotulo: 'Fundamento do que não foi concedido', tipo: 'texto', opcional: true, ajuda: 'Obrigatório quando é concedido em parte.' } satisfies Campo] : []),
          ARQUIVOS,
        ],
      };
    case 'negar':
      return {
        titulo: 'Negar',
        explica: 'A pessoa lê as razões e pode recorrer.',
        botao: 'Negar o pedido',
        campos: [texto('Decisão'), { nome: 'fundamento', rotulo: 'Razões de fato ou de direito', tipo: 'texto' }, ARQUIVOS],
      };
    case 'devolver':
      return {
        titulo: 'Devolver: é de outro órgão',
        explica: 'Diz por que não é daqui e aonde ir.',
        botao: 'Devolver',
        campos: [
          { nome: 'motivo', rotulo: 'Por que não é daqui', tipo: 'texto' },
          { nome: 'orgao', rotulo: 'Órgão que pode atender', tipo: 'linha' },
          { nome: 'url', rotulo: 'Página desse órgão', tipo: 'linha', opcional: true, ajuda: 'Endereço completo, com https://' },
        ],
      };
    case 'decidir-recurso':
      return {
        titulo: 'Decidir o recurso',
        explica: 'A pessoa lê esta decisão.',
        botao: 'Decidir',
        campos: [
          { nome: 'resultado', rotulo: 'Decisão', tipo: 'lista', opcoes: [nada, ['provido', 'Provido: dar o que foi pedido'], ['parcialmente-provido', 'Provido em parte'], ['desprovido', 'Negado']] },
          texto('Texto da decisão'),
          { nome: 'fundamento', rotulo: 'Fundamento', tipo: 'texto', opcional: true },
          ARQUIVOS,
        ],
      };
    case 'encerrar':
      if (caso.tipo === 'agendamento' && !caso.decisoes.length) {
        return { titulo: 'Não aconteceu', explica: 'O horário passou e o atendimento não aconteceu.', botao: 'Encerrar o agendamento', campos: [{ nome: 'confirmo', rotulo: 'Confirmo que o atendimento não aconteceu', tipo: 'confirmo' }] };
      }
      return { titulo: 'Encerrar', explica: 'Não há mais nada a fazer no caso.', botao: 'Encerrar o caso', campos: [{ nome: 'confirmo', rotulo: 'Confirmo que o caso pode ser encerrado', tipo: 'confirmo' }] };
    case 'anotar':
      return { titulo: 'Anotar', explica: 'Nota interna: a pessoa nunca lê.', botao: 'Guardar a nota', campos: [texto('Nota'), ARQUIVOS] };
    default:
      return null;
  }
}

/** The body of an act: what was left empty stays out, save what triage empties on purpose. */
export function corpoDoAto(nome: string, valores: Readonly<Record<string, string>>): AcaoEquipe {
  const fica = nome === 'analisar' ? ['tema', 'assunto'] : [];
  return { acao: nome, ...Object.fromEntries(Object.entries(valores).filter(([campo, valor]) => campo !== 'confirmo' && (valor !== '' || fica.includes(campo)))) } as AcaoEquipe;
}
