import { sql, type Kysely, type Migration } from 'kysely';

/** Hearings by videoconference (Res. CNJ 105/2010): the act, who takes part, their invitations, the reserved rooms, index marks and what happened. */
export const m0004: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`
      create table audiencias (
        id bigint generated always as identity primary key,
        unidade_id text not null,
        processo text not null,
        ato text not null,
        inicio timestamptz not null,
        fim timestamptz not null check (fim > inicio),
        sigilo boolean not null,
        sera_gravada boolean not null,
        local text,
        orientacoes jsonb not null default '[]',
        estado text not null default 'agendada' check (estado in ('agendada', 'aberta', 'em-andamento', 'suspensa', 'encerrada', 'cancelada')),
        -- The whole of it as its machine knows it; its state is the column above.
        situacao jsonb not null,
        remarcacoes integer not null default 0,
        -- Recorded until the last stop, and since when it is being recorded.
        gravado_ms bigint not null default 0,
        gravando_desde timestamptz,
        iniciada_em timestamptz,
        encerrada_em timestamptz,
        observacoes text,
        criada_em timestamptz not null,
        criada_por text not null,
        -- The name of the room comes from it and from the server's secret.
        sal bytea not null,
        idem_hash bytea not null constraint audiencias_idem_unico unique,
        corpo_hash bytea not null
      )`.execute(db);
    await sql`create index audiencias_da_unidade on audiencias (unidade_id, inicio, id)`.execute(db);
    await sql`
      create table audiencia_participantes (
        id bigint generated always as identity primary key,
        audiencia_id bigint not null references audiencias (id),
        papel text not null check (papel in ('acusacao', 'defesa', 'acusado', 'parte', 'vitima', 'testemunha', 'perito', 'interprete', 'publico')),
        nome text not null,
        -- Of a defender: ids of the accused or parties.
        defende jsonb not null default '[]',
        estado text not null default 'convidado' check (estado in ('convidado', 'na-espera', 'admitido', 'ouvido', 'retirado', 'revogado')),
        motivo text,
        sala_equipada text,
        convidado_em timestamptz not null,
        chegou_em timestamptz,
        -- First time in the hearing's room.
        entrou_em timestamptz,
        -- When the person was told that it is recorded.
        ciente_em timestamptz,
        visto_em timestamptz
      )`.execute(db);
    await sql`create index participantes_da_audiencia on audiencia_participantes (audiencia_id, id)`.execute(db);
    await sql`create index participantes_da_sala on audiencia_participantes (sala_equipada) where sala_equipada is not null`.execute(db);
    await sql`
      create table audiencia_convites (
        id bigint generated always as identity primary key,
        participante_id bigint not null references audiencia_participantes (id),
        tipo text not null check (tipo in ('pessoal', 'codigo', 'quiosque')),
        -- Keyed hash: the secret is nowhere.
        segredo_hash bytea not null constraint audiencia_convites_segredo_unico unique,
        sal bytea not null,
        -- The act that made it, so that a repeated one gives the same.
        idem_hash bytea unique,
        sala_equipada text,
        criado_em timestamptz not null,
        -- Null: as long as the hearing says.
        expira_em timestamptz,
        usado_em timestamptz,
        revogado_em timestamptz
      )`.execute(db);
    await sql`create index convites_do_participante on audiencia_convites (participante_id)`.execute(db);
    await sql`
      create table audiencia_reservadas (
        id bigint generated always as identity primary key,
        audiencia_id bigint not null references audiencias (id),
        sala text not null check (sala in ('entrevista', 'linha')),
        de bigint not null references audiencia_participantes (id),
        -- Each opening has a room of its own: the token of one opens no other.
        sal bytea not null,
        aberta_em timestamptz not null,
        fechada_em timestamptz
      )`.execute(db);
    await sql`create unique index reservada_aberta_uma_vez on audiencia_reservadas (audiencia_id, sala, de) where fechada_em is null`.execute(db);
    await sql`
      create table audiencia_marcas (
        id bigint generated always as identity primary key,
        audiencia_id bigint not null references audiencias (id),
        o_que text not null,
        rotulo text not null,
        participante_id bigint references audiencia_participantes (id),
        em timestamptz not null,
        -- Recorded before it; null when nothing was being recorded.
        posicao_ms bigint
      )`.execute(db);
    await sql`create index marcas_da_audiencia on audiencia_marcas (audiencia_id, id)`.execute(db);
    await sql`
      create table audiencia_ocorrencias (
        id bigint generated always as identity primary key,
        audiencia_id bigint not null references audiencias (id),
        em timestamptz not null,
        o_que text not null,
        participante_id bigint references audiencia_participantes (id),
        texto text,
        -- Name of who decided; null of what a person did themselves.
        por text
      )`.execute(db);
    await sql`create index ocorrencias_da_audiencia on audiencia_ocorrencias (audiencia_id, id)`.execute(db);
    // What happened in a hearing is not rewritten: the term is made of it.
    await sql`
      create function audiencia_nao_muda() returns trigger language plpgsql as $$
      begin
        raise exception 'what happened in a hearing is not rewritten';
      end $$`.execute(db);
    for (const tabela of ['audiencia_marcas', 'audiencia_ocorrencias']) {
      await sql`create trigger ${sql.id(`${tabela}_fica`)} before update or delete on ${sql.table(tabela)} for each row execute function audiencia_nao_muda()`.execute(db);
    }
  },
};
