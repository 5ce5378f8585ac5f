import { sql, type Kysely, type Migration } from 'kysely';

/**
 * The whole legal life of a case: who the person is, apart from what they wrote; decisions, appeals, survey, files; the audit; messages that go out.
 *
 * A preserved identity lives in a table of its own, so that reading a case never reads a name by accident (Lei 13.608/2018, art. 4-B).
 */
export const m0002: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`
      alter table casos
        add column versao integer not null default 0,
        add column tema text,
        add column assunto text,
        add column modo text check (modo in ('identificada', 'preservada', 'anonima')),
        add column cifrado boolean not null default false,
        -- The due date before its one extension, and why it was extended.
        add column prazo_inicial json,
        add column prorrogado_em timestamptz,
        add column prorrogado_motivo text,
        -- Term of the unit that holds the case.
        add column prazo_unidade json,
        add column unidade_prorrogada boolean not null default false,
        -- Question to the person that waits, with the term as it was before it.
        add column pergunta json,
        -- Other body that the matter is of.
        add column destino json,
        add column respondido_em timestamptz,
        add column encerrado_em timestamptz,
        add column anonimizado_em timestamptz`.execute(db);
    await sql`
      create table identidades (
        caso_id bigint primary key references casos (id),
        dados jsonb not null,
        -- Where news of the case go; never in a list, never in a log.
        email text
      )`.execute(db);
    await sql`
      insert into identidades (caso_id, dados, email)
      select id, coalesce(conteudo -> 'identificacao', conteudo -> 'requerente'),
        coalesce(conteudo -> 'identificacao' -> 'contato' ->> 'email', conteudo -> 'requerente' -> 'contato' ->> 'email')
      from casos
      where coalesce(conteudo -> 'identificacao' ->> 'modo', 'identificada') <> 'anonima'`.execute(db);
    await sql`
      update casos set
        modo = coalesce(conteudo -> 'identificacao' ->> 'modo', 'identificada'),
        assunto = conteudo ->> 'assunto',
        -- The unit that a person writes about stays with what they wrote; here is the one that holds the case.
        unidade_id = null,
        conteudo = conteudo - 'identificacao' - 'requerente'`.execute(db);
    await sql`alter table eventos add column dados json, add column ator text, add column cifrado boolean not null default false`.execute(db);
    // Acts repeated by a client that got no answer: the same key is the same act.
    await sql`
      create table atos (
        idem_hash bytea primary key,
        corpo_hash bytea not null,
        caso_id bigint not null references casos (id),
        -- Version of the case after the act.
        versao integer not null,
        em timestamptz not null
      )`.execute(db);
    await sql`
      create table decisoes (
        id bigint generated always as identity primary key,
        caso_id bigint not null references casos (id),
        instancia integer not null check (instancia between 0 and 2),
        resultado text not null,
        texto text not null,
        fundamento text,
        autoridade text,
        em timestamptz not null,
        -- When the person first saw it: appeals are counted from here.
        ciencia_em timestamptz,
        unique (caso_id, instancia)
      )`.execute(db);
    await sql`
      create table recursos (
        id bigint generated always as identity primary key,
        caso_id bigint not null references casos (id),
        instancia integer not null check (instancia between 1 and 2),
        texto text not null,
        em timestamptz not null,
        prazo json not null,
        unique (caso_id, instancia)
      )`.execute(db);
    await sql`
      create table avaliacoes (
        caso_id bigint primary key references casos (id),
        nota integer not null check (nota between 1 and 5),
        resolvido text,
        comentario text,
        em timestamptz not null
      )`.execute(db);
    await sql`
      create table anexos (
        id text primary key,
        caso_id bigint references casos (id),
        evento_id bigint references eventos (id),
        nome text not null,
        tipo text not null,
        bytes bigint not null,
        sha256 bytea,
        cifrado boolean not null default false,
        papel text not null default 'cidadao',
        -- recebendo: still coming; pronto: whole, of a known kind and clean; recusado: told why in motivo.
        situacao text not null default 'recebendo' check (situacao in ('recebendo', 'pronto', 'recusado')),
        motivo text,
        -- Place in the list that the person gave.
        ordem integer not null default 0,
        criado_em timestamptz not null
      )`.execute(db);
    await sql`create index anexos_do_caso on anexos (caso_id)`.execute(db);
    await sql`create index anexos_soltos on anexos (criado_em) where caso_id is null`.execute(db);
    await sql`
      create table desvelamentos (
        id bigint generated always as identity primary key,
        caso_id bigint not null references casos (id),
        pedido_por text not null,
        motivo text not null,
        pedido_em timestamptz not null,
        decidido_por text,
        decidido_em timestamptz,
        autorizado boolean,
        -- Until when who asked may look.
        expira_em timestamptz,
        -- Four eyes, whatever the program says.
        constraint desvelamento_por_outra_pessoa check (decidido_por is null or decidido_por <> pedido_por),
        constraint desvelamento_decidido_inteiro check ((decidido_por is null) = (decidido_em is null) and (decidido_por is null) = (autorizado is null)),
        constraint desvelamento_com_fim check ((expira_em is not null) = coalesce(autorizado, false))
      )`.execute(db);
    await sql`create unique index desvelamento_um_pedido on desvelamentos (caso_id, pedido_por) where decidido_em is null`.execute(db);
    await sql`
      create table auditoria (
        id bigint generated always as identity primary key,
        em timestamptz not null,
        ator text not null,
        papel text not null,
        acao text not null,
        caso_id bigint references casos (id),
        detalhe json
      )`.execute(db);
    await sql`create index auditoria_do_caso on auditoria (caso_id, id)`.execute(db);
    // Nobody who writes through this schema can change or take back a line of the audit.
    await sql`
      create function auditoria_so_cresce() returns trigger language plpgsql as $$
      begin
        raise exception 'auditoria: append-only';
      end $$`.execute(db);
    await sql`create trigger auditoria_so_cresce before update or delete or truncate on auditoria for each statement execute function auditoria_so_cresce()`.execute(db);
    await sql`
      create table saida (
        id bigint generated always as identity primary key,
        caso_id bigint not null references casos (id),
        evento_id bigint not null unique references eventos (id),
        estado text not null default 'pendente' check (estado in ('pendente', 'enviada', 'desistida')),
        tentativas integer not null default 0,
        proxima_em timestamptz not null,
        criada_em timestamptz not null,
        enviada_em timestamptz,
        erro text
      )`.execute(db);
    await sql`create index saida_pendente on saida (proxima_em) where estado = 'pendente'`.execute(db);
    // At the end of the transaction, when the identity is there too; whoever writes an event cannot forget it.
    await sql`
      create function saida_avisa() returns trigger language plpgsql as $$
      begin
        insert into saida (caso_id, evento_id, proxima_em, criada_em)
        select new.caso_id, new.id, new.em, new.em from identidades where caso_id = new.caso_id and email is not null;
        return null;
      end $$`.execute(db);
    await sql`
      create constraint trigger saida_avisa after insert on eventos deferrable initially deferred
      for each row when (not new.interno) execute function saida_avisa()`.execute(db);
    await sql`create table desafios (challenge text primary key, idem_hash bytea not null, expira_em timestamptz not null)`.execute(db);
    await sql`create index casos_em_andamento on casos (vence) where respondido_em is null`.execute(db);
    await sql`create index casos_por_registro on casos (tipo, registrado_em)`.execute(db);
  },
};
