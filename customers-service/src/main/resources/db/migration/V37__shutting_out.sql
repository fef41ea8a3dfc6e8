-- Whom of a partner's people and clients somebody shut out, and whose sessions are over (domain.md rule 40), whether they were
-- ever named or not. Its times are real time, as those of tokens are.
create table subject_access (
    partner_id        uuid        not null,
    subject           text        not null,
    state             text        not null check (state in ('active', 'blocked')),
    reason            text,
    since             timestamptz,
    decided_by        text,
    sessions_ended_at timestamptz,
    -- Whether the consent topic has a record of it.
    told              boolean     not null default true,
    version           bigint      not null default 0,
    primary key (partner_id, subject)
);
create index subject_access_told on subject_access (partner_id, subject) where told and state = 'active';

alter table subject_access enable row level security;
grant select, insert, update on subject_access to ${service}_tenant, ${service}_operator;
create policy own_partner on subject_access to ${service}_tenant
    using (partner_id = (select kontor.partner_id())) with check (partner_id = (select kontor.partner_id()));
create policy operator on subject_access to ${service}_operator using (true) with check (true);
grant select, update on subject_access to ${service}_worker;
create policy worker on subject_access to ${service}_worker using (true) with check (true);

-- A suspended partner reads what it owes, and nothing else; its customers are not affected.
alter table partner
    add column state        text not null default 'ACTIVE' check (state in ('ACTIVE', 'SUSPENDED')),
    add column state_reason text,
    add column state_since  timestamptz;

-- Whoever shuts somebody out ends their launched sessions, too.
grant update (ended_at, version) on launch to ${service}_tenant;
create policy tenant_ends on launch for update to ${service}_tenant
    using (partner_id = (select kontor.partner_id())) with check (partner_id = (select kontor.partner_id()));
grant select, update (ended_at, version) on launch to ${service}_operator;
create policy operator_ends on launch to ${service}_operator using (true) with check (true);
