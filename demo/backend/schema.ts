import type { Generated, Insertable, JSONColumnType, Selectable } from 'kysely';
import type { EstadoCaso, EventoCaso, Prazo, TipoCaso } from '../../src/contract/caso.ts';

/** Tables as kysely sees them; both engines give int8 as number, `date` as text and `timestamptz` as Date (see `database.ts`). */
export interface Tabelas {
  meta: { nome: string; valor: string };
  contadores: { ano: number; ultimo: number; ultimo_em: Date };
  casos: CasosTable;
  eventos: {
    id: Generated<number>;
    caso_id: number;
    tipo: string;
    em: Date;
    papel: EventoCaso['autor']['papel'];
    unidade: string | null;
    texto: string | null;
    interno: Generated<boolean>;
  };
  contadores_fila: { unidade_id: string; dia: string; ultimo: number };
  fila: FilaTable;
}

export interface CasosTable {
  id: Generated<number>;
  tipo: TipoCaso;
  ano: number;
  numero: number;
  protocolo: string;
  /** HMAC of the key; the key itself is nowhere. */
  chave_hash: Uint8Array;
  especie: string | null;
  estado: Generated<EstadoCaso>;
  unidade_id: string | null;
  registrado_em: Date;
  vence: string;
  prazo: JSONColumnType<Prazo, string, string>;
  /** What was sent, as validated. */
  conteudo: JSONColumnType<Record<string, unknown>, string, string>;
  recibo: string;
  idem_hash: Uint8Array;
  corpo_hash: Uint8Array;
  sal: Uint8Array;
}

export type EstadoFila = 'aguardando' | 'em-atendimento' | 'encerrada';

export interface FilaTable {
  id: Generated<number>;
  unidade_id: string;
  /** Civil date at the unit. */
  dia: string;
  numero: number;
  nome: string | null;
  estado: Generated<EstadoFila>;
  ingresso_hash: Uint8Array;
  entrou_em: Date;
  chamado_em: Date | null;
  saiu_em: Date | null;
  idem_hash: Uint8Array;
  corpo_hash: Uint8Array;
  sal: Uint8Array;
}

export type CasoRow = Selectable<CasosTable>;
export type NovoCaso = Insertable<CasosTable>;
export type FilaRow = Selectable<FilaTable>;
