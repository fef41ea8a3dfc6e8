-- Long work of every kind (ADR 015). All times are real time.
create table job (
    id          uuid        primary key,
    kind        text        not null,
    -- The partner it is worked on for; null where it is the vendor's own, which operators see.
    partner_id  uuid,
    -- Who asked, and what its token said of it; null where nobody did.
    subject     text,
    asker       jsonb,
    -- What there is one job of, such as a month to close; null where there may be any number.
    key         text,
    parameters  jsonb       not null,
    state       text        not null default 'queued' check (state in ('queued', 'running', 'succeeded', 'failed')),
    cancelling  boolean     not null default false,
    -- Counts how often it was taken up again after its end.
    openings    int         not null default 0,
    served_at   timestamptz not null default '-infinity',
    -- Nothing of it is begun before.
    rests_until timestamptz not null default '-infinity',
    created_at  timestamptz not null default clock_timestamp(),
    finished_at timestamptz
);
create unique index job_by_key on job (kind, partner_id, key) nulls not distinct where key is not null;
create index job_open on job (partner_id, kind) where finished_at is null;
create index job_by_end on job (finished_at) where finished_at is not null;

create table job_item (
    job_id     uuid        not null references job on delete cascade,
    -- Whose row it is: the job's partner, or the one partner that this part of a vendor's job is about.
    partner_id uuid        not null,
    -- What it is about: a customer, or a partner.
    item       uuid        not null,
    position   int         not null default 0,
    -- What the kind wants to know of it beside its id.
    mark       text,
    state      text        not null default 'pending'
        check (state in ('pending', 'claimed', 'done', 'refused', 'held', 'cancelled')),
    -- Rises with every claim: a runner that lost its lease can't end what another one took over.
    fence      bigint      not null default 0,
    attempts   int         not null default 0,
    -- Not before this is it claimed, again or at all.
    due_at     timestamptz not null default '-infinity',
    -- Wanted once more while somebody works on it.
    again      boolean     not null default false,
    outcome    jsonb,
    primary key (job_id, item)
);
create index job_item_open on job_item (job_id, due_at, position) where state in ('pending', 'claimed');
create index job_item_open_of on job_item (item) where state in ('pending', 'claimed');
create index job_item_of_partner on job_item (partner_id, item);

-- Which kind of which partner's jobs was served when; the vendor's own have the id of zeros.
create table job_turn (
    kind      text        not null,
    whose     uuid        not null,
    served_at timestamptz not null,
    primary key (kind, whose)
);

alter table job enable row level security;
alter table job_item enable row level security;
alter table job_turn enable row level security;
grant select, insert, update on job, job_item to ${service}_tenant, ${service}_operator, ${service}_worker;
grant delete on job, job_item to ${service}_worker;
grant select, insert, update, delete on job_turn to ${service}_worker;
-- Everyone may ask for a job by its id, and finds none but its own.
grant select on job, job_item to ${service}_customer, ${service}_reporter;

-- A job speaks of many customers, and a launched session, whose subject is its launcher's, knows one: it has no jobs.
create policy own on job to ${service}_tenant
    using (partner_id = (select kontor.partner_id()) and subject = (select kontor.subject())
           and (select kontor.customer_id()) is null)
    with check (partner_id = (select kontor.partner_id()) and subject = (select kontor.subject())
           and (select kontor.customer_id()) is null);
-- What anybody's change leaves to be done for the partner, asked for by nobody and shown to nobody.
create policy left_to_do on job to ${service}_tenant
    using (partner_id = (select kontor.partner_id()) and subject is null)
    with check (partner_id = (select kontor.partner_id()) and subject is null);
create policy vendors on job to ${service}_operator using (partner_id is null) with check (partner_id is null);
create policy worker on job to ${service}_worker using (true) with check (true);

create policy of_a_job on job_item to ${service}_tenant
    using (partner_id = (select kontor.partner_id()) and exists (select from job j where j.id = job_id))
    with check (partner_id = (select kontor.partner_id()) and exists (select from job j where j.id = job_id));
create policy of_a_job_of_the_vendor on job_item to ${service}_operator
    using (exists (select from job j where j.id = job_id)) with check (exists (select from job j where j.id = job_id));
create policy worker on job_item to ${service}_worker using (true) with check (true);
create policy worker on job_turn to ${service}_worker using (true) with check (true);

-- How many jobs of the partner are open, whoever of it asked: none of them is shown.
create function kontor.open_jobs() returns bigint
    language sql security definer set search_path = public, pg_temp
as $$
    select count(*) from job where partner_id = kontor.partner_id() and subject is not null and finished_at is null
$$;
revoke all on function kontor.open_jobs from public;
grant execute on function kontor.open_jobs to ${service}_tenant;
