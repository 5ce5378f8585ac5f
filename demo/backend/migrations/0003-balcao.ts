import { sql, type Kysely, type Migration } from 'kysely';

/** The whole life of the counter: tickets that are called, served, transferred and rated; attendants, pauses, invitations; messages and appointments. */
export const m0003: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`
      alter table fila
        -- Place in line within its class: the arrival in epoch milliseconds, unless the ticket went back some places.
        add column ordem double precision,
        -- 0 appointment that is due, 1 elderly of 80 or more, 2 other legal priority, 3 common.
        add column classe smallint not null default 3 check (classe between 0 and 3),
        -- Matter, case number, priority, Libras, camera: what the person said before the queue.
        add column dados jsonb not null default '{}',
        -- Only under sigilo; apart from the rest, so that a list of the queue never reads it.
        add column identificacao jsonb,
        -- Last sign of life of the person's page.
        add column visto_em timestamptz,
        -- Which call this is (1, or 2 for the grace after it) and until when to come.
        add column vez smallint,
        add column chamada_ate timestamptz,
        add column faltas smallint not null default 0,
        -- Who called it: subject of the access token, and the name as it is shown.
        add column atendente text,
        add column atendente_nome text,
        add column atendido_em timestamptz,
        -- Each service has a room of its own.
        add column sala_vez integer not null default 0,
        add column notas text,
        add column combinado text,
        add column protocolo text unique,
        add column fim text check (fim in ('atendida', 'saiu', 'ausente', 'expirada')),
        -- Unit before the last transfer.
        add column transferida_de text,
        add column transferida_motivo text,
        -- The appointment that brought the person here, and the one that was booked for the rest.
        add column agendamento_id bigint references casos (id),
        add column retorno_id bigint references casos (id)`.execute(db);
    await sql`update fila set ordem = extract(epoch from entrou_em) * 1000`.execute(db);
    await sql`alter table fila alter column ordem set not null`.execute(db);
    await sql`alter table fila drop constraint fila_estado_check`.execute(db);
    await sql`alter table fila add constraint fila_estado_check check (estado in ('aguardando', 'chamada', 'em-atendimento', 'encerrada'))`.execute(db);
    await sql`update fila set fim = 'expirada' where estado = 'encerrada'`.execute(db);
    await sql`alter table fila add constraint fila_chamada_inteira check ((estado = 'chamada') = (vez is not null and chamada_ate is not null))`.execute(db);
    await sql`alter table fila add constraint fila_com_atendente check (estado <> 'chamada' or atendente is not null)`.execute(db);
    await sql`drop index fila_esperando`.execute(db);
    await sql`create index fila_esperando on fila (unidade_id, classe, ordem, id) where estado = 'aguardando'`.execute(db);
    // A ticket that is transferred keeps its number, and the other unit may have the same one.
    await sql`alter table fila drop constraint fila_unidade_id_dia_numero_key`.execute(db);
    await sql`create index fila_vivas on fila (entrou_em) where estado <> 'encerrada'`.execute(db);
    await sql`create index fila_chamadas on fila (chamada_ate) where estado = 'chamada'`.execute(db);
    // One ticket at a time in the hands of one attendant, whatever the program says.
    await sql`create unique index fila_um_por_atendente on fila (atendente) where estado in ('chamada', 'em-atendimento')`.execute(db);
    await sql`create index fila_encerradas on fila (unidade_id, saiu_em) where estado = 'encerrada'`.execute(db);
    // Who somebody is under sigilo is needed for the service alone: gone with its end, whichever way it ends.
    await sql`
      create function fila_esquece_identificacao() returns trigger language plpgsql as $$
      begin
        new.identificacao := null;
        return new;
      end $$`.execute(db);
    await sql`
      create trigger fila_encerrada before insert or update on fila for each row
        when (new.estado = 'encerrada' and new.identificacao is not null) execute function fila_esquece_identificacao()`.execute(db);
    // Arrivals of a unit never go back in time, whichever process takes them.
    await sql`alter table contadores_fila add column ultima_ordem double precision not null default 0`.execute(db);
    await sql`
      create table balcoes (
        unidade_id text primary key,
        pausado_em timestamptz,
        pausado_por text,
        pausa_motivo text,
        pausa_ate timestamptz,
        -- Legal priorities called since the last common ticket, for the fair turn.
        seguidas integer not null default 0
      )`.execute(db);
    await sql`
      create table presencas (
        unidade_id text not null,
        sub text not null,
        nome text not null,
        visto_em timestamptz not null,
        primary key (unidade_id, sub)
      )`.execute(db);
    await sql`
      create table convites (
        id bigint generated always as identity primary key,
        fila_id bigint not null references fila (id),
        -- The service of the ticket that it was made in.
        sala_vez integer not null,
        unidade_id text not null,
        por text not null,
        por_nome text not null,
        recado text,
        em timestamptz not null,
        aceito_por text,
        aceito_em timestamptz
      )`.execute(db);
    await sql`create index convites_abertos on convites (unidade_id) where aceito_em is null`.execute(db);
    await sql`
      create table avaliacoes_fila (
        fila_id bigint primary key references fila (id),
        nota integer not null check (nota between 1 and 5),
        resolvido text,
        comentario text,
        em timestamptz not null
      )`.execute(db);
    // Acts repeated by a console that got no answer: the same key is the same act.
    await sql`create table atos_fila (idem_hash bytea primary key, corpo_hash bytea not null, em timestamptz not null)`.execute(db);
    // One row for each place of a slot that is taken: two people never have the same.
    await sql`
      create table vagas (
        unidade_id text not null,
        inicio timestamptz not null,
        vaga integer not null,
        fim timestamptz not null,
        caso_id bigint not null references casos (id),
        primary key (unidade_id, inicio, vaga)
      )`.execute(db);
    await sql`create unique index vagas_do_caso on vagas (caso_id)`.execute(db);
    await sql`alter table casos drop constraint casos_tipo_check`.execute(db);
    await sql`alter table casos add constraint casos_tipo_check check (tipo in ('manifestacao', 'pedido-informacao', 'mensagem', 'agendamento'))`.execute(db);
    // Start, end and state of an appointment.
    await sql`alter table casos add column agendamento json`.execute(db);
  },
};
