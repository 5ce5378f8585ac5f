import type { FimDaSenha } from '../../contract/fila.ts';

/**
 * The life of a ticket. What is true of it, and nothing else: who keeps it, in which order it goes and who is told are not its business.
 * Instants are epoch milliseconds.
 */
export type Senha =
  | { estado: 'aguardando'; faltas: number }
  /** Called: until `ate` to come. `vez` 2 is the grace after the first call. */
  | { estado: 'chamada'; faltas: number; vez: 1 | 2; ate: number; atendente: string }
  /** `atendente` is null where rooms open at once. `pessoaSaiu`: the person hung up, and the attendant still has to end it. */
  | { estado: 'em-atendimento'; faltas: number; atendente: string | null; pessoaSaiu: boolean }
  | { estado: 'encerrada'; faltas: number; fim: FimDaSenha };

export type EventoDaSenha =
  /** It is called by an attendant. */
  | { tipo: 'chamar'; em: number; atendente: string }
  | { tipo: 'chamar-de-novo'; em: number }
  /** The person comes in. `imediata`: rooms of this unit open at once. */
  | { tipo: 'entrar'; imediata: boolean }
  | { tipo: 'passou-janela'; em: number }
  /** The attendant says that nobody came. */
  | { tipo: 'ausente'; em: number }
  /** The person leaves. */
  | { tipo: 'sair' }
  | { tipo: 'transferir' }
  | { tipo: 'encerrar' }
  /** The day is over for it. */
  | { tipo: 'expirar' };

/** Goes back these places within its class. */
export type EfeitoDaSenha = { tipo: 'recuar'; lugares: number };

/** Why nothing happens: not its turn yet; not in this state; the window has not passed; the person has not come in; the person is gone; it is over. */
export type RecusaDaSenha = 'aguarde' | 'indisponivel' | 'na-janela' | 'nao-entrou' | 'pessoa-saiu' | 'encerrada';

export interface RegraDaSenha {
  janelaMs: number;
  /** 0: no second call. */
  toleranciaMs: number;
  recuo: number;
  /** Rounds that may be missed. */
  faltas: number;
}

export type PassoDaSenha = { senha: Senha; efeitos: readonly EfeitoDaSenha[] } | { recusa: RecusaDaSenha };

const para = (senha: Senha, ...efeitos: EfeitoDaSenha[]): PassoDaSenha => ({ senha, efeitos });
const recusar = (recusa: RecusaDaSenha): PassoDaSenha => ({ recusa });

/** A round was missed: back some places, or out after the last one. */
function faltou({ faltas: antes }: Senha, { faltas: limite, recuo }: RegraDaSenha): PassoDaSenha {
  const faltas = antes + 1;
  return faltas >= limite ? para({ estado: 'encerrada', faltas, fim: 'ausente' }) : para({ estado: 'aguardando', faltas }, { tipo: 'recuar', lugares: recuo });
}

function daChamada(senha: Senha & { estado: 'chamada' }, evento: EventoDaSenha, regra: RegraDaSenha): PassoDaSenha {
  const { faltas, vez, ate, atendente } = senha;
  switch (evento.tipo) {
    case 'chamar-de-novo':
      // The window begins again: whoever is called once more has the whole of it.
      return para({ ...senha, ate: Math.max(ate, evento.em + (vez === 1 ? regra.janelaMs : regra.toleranciaMs)) });
    case 'entrar':
      // Also when the window has passed and nobody has noticed: the place is still the person's.
      return para({ estado: 'em-atendimento', faltas, atendente, pessoaSaiu: false });
    case 'passou-janela':
      if (evento.em < ate) return recusar('na-janela');
      return vez === 1 && regra.toleranciaMs > 0 ? para({ ...senha, vez: 2, ate: evento.em + regra.toleranciaMs }) : faltou(senha, regra);
    case 'ausente':
      return vez === 1 && evento.em < ate ? recusar('na-janela') : faltou(senha, regra);
    case 'sair':
      return para({ estado: 'encerrada', faltas, fim: 'saiu' });
    case 'transferir':
      return para({ estado: 'aguardando', faltas: 0 });
    case 'expirar':
      return para({ estado: 'encerrada', faltas, fim: 'expirada' });
    case 'encerrar':
      return recusar('nao-entrou');
    case 'chamar':
      return recusar('indisponivel');
  }
}

function doAtendimento(senha: Senha & { estado: 'em-atendimento' }, evento: EventoDaSenha): PassoDaSenha {
  const { faltas, atendente, pessoaSaiu } = senha;
  switch (evento.tipo) {
    case 'entrar':
      // Dropped and back, or hung up by mistake.
      return para({ ...senha, pessoaSaiu: false });
    case 'sair':
      // What was agreed is still to be written by who served; where nobody called, there is nobody to write it.
      return para(atendente === null ? { estado: 'encerrada', faltas, fim: 'atendida' } : { ...senha, pessoaSaiu: true });
    case 'transferir':
      return pessoaSaiu ? recusar('pessoa-saiu') : para({ estado: 'aguardando', faltas: 0 });
    case 'encerrar':
      return para({ estado: 'encerrada', faltas, fim: 'atendida' });
    case 'expirar':
      return para({ estado: 'encerrada', faltas, fim: pessoaSaiu ? 'atendida' : 'expirada' });
    default:
      return recusar('indisponivel');
  }
}

/** What becomes of a ticket. */
export function passo(senha: Senha, evento: EventoDaSenha, regra: RegraDaSenha): PassoDaSenha {
  switch (senha.estado) {
    case 'aguardando':
      switch (evento.tipo) {
        case 'chamar':
          return para({ estado: 'chamada', faltas: senha.faltas, vez: 1, ate: evento.em + regra.janelaMs, atendente: evento.atendente });
        case 'entrar':
          return evento.imediata ? para({ estado: 'em-atendimento', faltas: senha.faltas, atendente: null, pessoaSaiu: false }) : recusar('aguarde');
        case 'sair':
          return para({ estado: 'encerrada', faltas: senha.faltas, fim: 'saiu' });
        case 'expirar':
          return para({ estado: 'encerrada', faltas: senha.faltas, fim: 'expirada' });
        default:
          return recusar('indisponivel');
      }
    case 'chamada':
      return daChamada(senha, evento, regra);
    case 'em-atendimento':
      return doAtendimento(senha, evento);
    case 'encerrada':
      // Leaving twice is leaving.
      return evento.tipo === 'sair' ? para(senha) : recusar('encerrada');
  }
}
