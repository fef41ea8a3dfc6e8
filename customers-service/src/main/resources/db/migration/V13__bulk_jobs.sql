-- One operation on many customers, worked off in the background on behalf of whoever asked for it. Leases are real time.
create table bulk_job (
    partner_id   uuid        not null,
    id           uuid        not null,
    operation    text        not null,
    parameters   jsonb       not null,
    -- Whose job it is, and what that one sees.
    subject      text        not null,
    sees_all     boolean     not null,
    programs     text[]      not null,
    state        text        not null check (state in ('queued', 'running', 'succeeded', 'cancelled')),
    cancelling   boolean     not null default false,
    total        int         not null,
    created_at   timestamptz not null,
    leased_until timestamptz not null default '-infinity',
    primary key (partner_id, id)
);
create unique index bulk_job_by_id on bulk_job (id);
create index bulk_job_open on bulk_job (leased_until, id) where state in ('queued', 'running');

create table bulk_item (
    partner_id  uuid not null,
    job_id      uuid not null,
    position    int  not null,
    customer_id uuid not null,
    outcome     text check (outcome in ('done', 'refused', 'cancelled')),
    result      jsonb,
    attempts    int  not null default 0,
    primary key (partner_id, job_id, position)
);
create index bulk_item_open on bulk_item (job_id, position) where outcome is null;

alter table bulk_job enable row level security;
alter table bulk_item enable row level security;
grant select, insert, update (cancelling) on bulk_job to ${service}_tenant;
grant select, insert on bulk_item to ${service}_tenant;
create policy own on bulk_job to ${service}_tenant
    using (partner_id = (select kontor.partner_id()) and subject = (select kontor.subject()))
    with check (partner_id = (select kontor.partner_id()) and subject = (select kontor.subject()));
create policy own on bulk_item to ${service}_tenant
    using (partner_id = (select kontor.partner_id())
           and exists (select from bulk_job j where j.partner_id = bulk_item.partner_id and j.id = bulk_item.job_id))
    with check (partner_id = (select kontor.partner_id()));
grant select, update on bulk_job, bulk_item to ${service}_worker;
create policy worker on bulk_job to ${service}_worker using (true) with check (true);
create policy worker on bulk_item to ${service}_worker using (true) with check (true);

-- Everyone may ask for a job by its id, and finds none but its own.
grant select on bulk_job, bulk_item to ${service}_customer, ${service}_operator, ${service}_reporter;
