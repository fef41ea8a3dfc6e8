-- Jobs end where whoever asked for them, or the partner, is shut out meanwhile (domain.md rule 40).
alter table partners add column suspended boolean not null default false;

create table subject_access (
    partner_id        uuid    not null,
    subject           text    not null,
    blocked           boolean not null,
    sessions_ended_at timestamptz,
    version           bigint  not null,
    primary key (partner_id, subject)
);
alter table subject_access enable row level security;
grant select, insert, update on subject_access to ${service}_worker;
create policy worker on subject_access to ${service}_worker using (true) with check (true);
