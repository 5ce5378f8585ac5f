import { sql, type Kysely, type Migration } from 'kysely';

/** Recordings of hearings: each with its case number, its files with their sums, and who was given access under sigilo. */
export const m0005: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`
      create table gravacoes (
        -- Part of the permanent address.
        id text primary key,
        processo text not null,
        unidade_id text not null,
        ato text not null,
        em timestamptz not null,
        sigilo boolean not null,
        audiencia_id text,
        marcas json not null,
        -- The signed manifest of the files that are there, and how often it was made.
        manifesto text,
        versao integer not null default 0,
        criada_em timestamptz not null,
        criada_por text not null,
        idem_hash bytea not null unique,
        corpo_hash bytea not null
      )`.execute(db);
    await sql`create index gravacoes_do_processo on gravacoes (processo, em)`.execute(db);
    await sql`create index gravacoes_da_audiencia on gravacoes (audiencia_id) where audiencia_id is not null`.execute(db);
    await sql`
      create table arquivos_gravacao (
        gravacao_id text not null references gravacoes (id),
        variante text not null check (variante in ('video', 'audio', 'legendas')),
        tipo text not null,
        bytes bigint not null check (bytes > 0),
        sha256 bytea not null,
        -- Bytes of a piece, and the SHA-256 of each, one after the other.
        pedaco integer not null,
        pedacos bytea not null,
        -- Name in the store.
        nome text not null unique,
        enviado_em timestamptz not null,
        enviado_por text not null,
        primary key (gravacao_id, variante)
      )`.execute(db);
    // A recording is a piece of the case file (Res. CNJ 105/2010, art. 1, § 2): what came in is never exchanged for something else.
    await sql`
      create function gravacao_nao_muda() returns trigger language plpgsql as $$
      begin
        raise exception 'arquivos_gravacao: append-only';
      end $$`.execute(db);
    await sql`create trigger gravacao_nao_muda before update or delete or truncate on arquivos_gravacao for each statement execute function gravacao_nao_muda()`.execute(db);
    await sql`
      create table acessos_gravacao (
        id bigint generated always as identity primary key,
        gravacao_id text not null references gravacoes (id),
        nome text not null,
        papel text not null,
        -- HMAC of the key; the key itself is nowhere.
        chave_hash bytea not null unique,
        ate timestamptz,
        criado_em timestamptz not null,
        criado_por text not null,
        revogado_em timestamptz,
        idem_hash bytea not null unique,
        corpo_hash bytea not null
      )`.execute(db);
    await sql`create index acessos_da_gravacao on acessos_gravacao (gravacao_id)`.execute(db);
    // Who saw a recording under sigilo is asked for by the recording.
    await sql`create index auditoria_da_gravacao on auditoria ((detalhe ->> 'gravacao'), id) where detalhe ->> 'gravacao' is not null`.execute(db);
  },
};
