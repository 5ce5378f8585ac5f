/** What happened to the tickets of a database, in the order in which it happened, and whether a fair queue would have done so. */
import { sql } from 'kysely';
import { antes, escolher, seguidasDepois, type NaFila, type RegraDaOrdem } from '../../src/domain/fila/ordem.ts';
import type { Db } from '../../demo/backend/database.ts';

export interface Registro {
  seq: number;
  id: number;
  numero: number;
  unidade: string;
  unidade_antes: string | null;
  estado: string;
  estado_antes: string | null;
  classe: number;
  ordem: number;
  atendente: string | null;
  fim: string | null;
  faltas: number;
  faltas_antes: number;
}

/**
 * Has the database itself write down every change of a ticket. Its number is drawn as the change is made: where changes of a queue wait for each other,
 * that is their order.
 */
export async function registrarTudo(db: Db): Promise<void> {
  await sql`create table registro (
    seq bigserial primary key, id bigint, numero bigint, unidade text, unidade_antes text, estado text, estado_antes text, classe int, ordem double precision,
    atendente text, fim text, faltas int, faltas_antes int)`.execute(db);
  await sql`create function registrar() returns trigger language plpgsql as $$
    begin
      if tg_op = 'INSERT' then
        insert into registro values (default, new.id, new.numero, new.unidade_id, null, new.estado, null, new.classe, new.ordem, new.atendente, new.fim, new.faltas, 0);
      elsif (old.estado, old.ordem, old.unidade_id, old.atendente) is distinct from (new.estado, new.ordem, new.unidade_id, new.atendente) then
        insert into registro values (default, new.id, new.numero, new.unidade_id, old.unidade_id, new.estado, old.estado, new.classe, new.ordem, new.atendente, new.fim, new.faltas, old.faltas);
      end if;
      return null;
    end $$`.execute(db);
  await sql`create trigger registrar after insert or update on fila for each row execute function registrar()`.execute(db);
}

export const lerRegistro = async (db: Db): Promise<Registro[]> => (await sql<Registro>`select * from registro order by seq`.execute(db)).rows;

/**
 * Goes through what happened and says what a fair queue would not have done: somebody skipped, one person called to two attendants, two people to one
 * attendant, an end that is undone, a return to a wrong place. Nothing is said of a queue without fault.
 */
export function conferir(registro: readonly Registro[], { prioridadesSeguidas, recuo }: RegraDaOrdem & { recuo: number }): string[] {
  const faltas: string[] = [];
  const espera = new Map<string, Map<number, NaFila>>();
  const seguidas = new Map<string, number>();
  const naMao = new Map<string, number>();
  const estado = new Map<number, string>();
  const da = (unidade: string): Map<number, NaFila> => {
    const fila = espera.get(unidade) ?? new Map<number, NaFila>();
    espera.set(unidade, fila);
    return fila;
  };
  for (const um of registro) {
    const { seq, id, numero, unidade, classe, ordem, atendente } = um;
    const quem = `senha ${numero} (passo ${seq})`;
    const era = estado.get(id) ?? null;
    if (era !== um.estado_antes) faltas.push(`${quem}: estava ${era}, e o banco diz ${um.estado_antes}`);
    if (era === 'encerrada') faltas.push(`${quem}: voltou depois do fim`);
    estado.set(id, um.estado);
    da(um.unidade_antes ?? unidade).delete(id);
    for (const [sub, mao] of naMao) if (mao === id && (sub !== atendente || um.estado === 'encerrada')) naMao.delete(sub);

    if (um.estado === 'aguardando') {
      const fila = da(unidade);
      if (um.faltas > um.faltas_antes) {
        const adiante = [...fila.values()].filter((outro) => outro.classe === classe && antes(outro, { id, ordem }) < 0).length;
        const devia = Math.min(recuo, [...fila.values()].filter((outro) => outro.classe === classe).length);
        if (adiante !== devia) faltas.push(`${quem}: voltou ${adiante} lugares, e não ${devia}`);
      }
      fila.set(id, { id, classe, ordem });
    } else if (um.estado === 'chamada') {
      if (era !== 'aguardando') {
        faltas.push(`${quem}: chamada por ${atendente} quando estava ${era}`);
      } else {
        const fila = da(unidade);
        fila.set(id, { id, classe, ordem });
        const vez = escolher([...fila.values()], seguidas.get(unidade) ?? 0, { prioridadesSeguidas });
        if (vez?.id !== id) faltas.push(`${quem}: chamada na vez da senha de id ${vez?.id}`);
        fila.delete(id);
        seguidas.set(unidade, seguidasDepois(classe, seguidas.get(unidade) ?? 0));
      }
      const outra = naMao.get(atendente ?? '');
      if (outra !== undefined && outra !== id) faltas.push(`${quem}: ${atendente} já atendia a senha de id ${outra}`);
      naMao.set(atendente ?? '', id);
    }
  }
  return faltas;
}
