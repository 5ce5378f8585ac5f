import { sql, type Kysely, type Migration } from 'kysely';

/** Cases with their public history, the counters that number them, and the queue in order of arrival. */
export const m0001: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`create table meta (nome text primary key, valor text not null)`.execute(db);
    // One row a year. The row is locked while a case is registered, so numbers have no gaps and follow the order of the instants.
    await sql`create table contadores (ano integer primary key, ultimo bigint not null, ultimo_em timestamptz not null)`.execute(db);
    await sql`
      create table casos (
        id bigint generated always as identity primary key,
        tipo text not null check (tipo in ('manifestacao', 'pedido-informacao')),
        ano integer not null,
        numero bigint not null,
        protocolo text not null unique,
        chave_hash bytea not null,
        especie text,
        estado text not null default 'registrada',
        unidade_id text,
        registrado_em timestamptz not null,
        vence date not null,
        -- json, not jsonb: a receipt that is asked for again is the same to the byte.
        prazo json not null,
        conteudo jsonb not null,
        recibo text not null,
        idem_hash bytea not null constraint casos_idem_unico unique,
        corpo_hash bytea not null,
        sal bytea not null,
        unique (ano, numero)
      )`.execute(db);
    await sql`
      create table eventos (
        id bigint generated always as identity primary key,
        caso_id bigint not null references casos (id),
        tipo text not null,
        em timestamptz not null,
        papel text not null,
        unidade text,
        texto text,
        interno boolean not null default false
      )`.execute(db);
    await sql`create index eventos_do_caso on eventos (caso_id, id)`.execute(db);
    await sql`
      create table contadores_fila (
        unidade_id text not null,
        dia date not null,
        ultimo bigint not null,
        primary key (unidade_id, dia)
      )`.execute(db);
    await sql`
      create table fila (
        id bigint generated always as identity primary key,
        unidade_id text not null,
        dia date not null,
        numero bigint not null,
        nome text,
        estado text not null default 'aguardando' check (estado in ('aguardando', 'em-atendimento', 'encerrada')),
        ingresso_hash bytea not null unique,
        entrou_em timestamptz not null,
        chamado_em timestamptz,
        saiu_em timestamptz,
        idem_hash bytea not null constraint fila_idem_unico unique,
        corpo_hash bytea not null,
        sal bytea not null,
        unique (unidade_id, dia, numero)
      )`.execute(db);
    await sql`create index fila_esperando on fila (unidade_id, id) where estado = 'aguardando'`.execute(db);
  },
};
