-- Exports of many customers, made one after another by whichever process has a hand free. A job is its partner's, and
-- of whoever asked for it.
create table export_jobs (
    partner_id uuid not null,
    id uuid not null,
    dashboard_id text not null,
    format text not null,
    locale text,
    requested_by text not null,
    role text,
    actor text,
    sees_all boolean not null,
    trace_id text,
    state text not null default 'queued' check (state in ('queued', 'running', 'succeeded')),
    requested_at timestamptz not null,
    finished_at timestamptz,
    primary key (partner_id, id)
);

create index export_jobs_unfinished on export_jobs (requested_at) where finished_at is null;
create index export_jobs_by_id on export_jobs (id);

-- lease_until is in real time: until then one worker has the customer to itself, or nobody tries again.
create table export_job_items (
    partner_id uuid not null,
    job_id uuid not null,
    customer_id uuid not null,
    state text not null default 'pending' check (state in ('pending', 'claimed', 'done', 'refused')),
    fence bigint not null default 0,
    attempts int not null default 0,
    lease_until timestamptz not null default '-infinity',
    export_id uuid,
    reason text,
    primary key (partner_id, job_id, customer_id),
    foreign key (partner_id, job_id) references export_jobs on delete cascade
);

create index export_job_items_open on export_job_items (job_id, lease_until) where state in ('pending', 'claimed');

alter table export_jobs enable row level security;
alter table export_job_items enable row level security;

grant select, insert on export_jobs, export_job_items to ${service}_tenant;
create policy tenant_own on export_jobs to ${service}_tenant
    using (partner_id = (select kontor.partner_id()) and requested_by = (select kontor.subject()))
    with check (partner_id = (select kontor.partner_id()) and requested_by = (select kontor.subject()));
create policy tenant_own on export_job_items to ${service}_tenant
    using (partner_id = (select kontor.partner_id())
        and exists (select from export_jobs j where j.partner_id = export_job_items.partner_id and j.id = job_id))
    with check (partner_id = (select kontor.partner_id())
        and exists (select from export_jobs j where j.partner_id = export_job_items.partner_id and j.id = job_id));

grant select, update, delete on export_jobs, export_job_items to ${service}_worker;
create policy worker_all on export_jobs to ${service}_worker using (true) with check (true);
create policy worker_all on export_job_items to ${service}_worker using (true) with check (true);

-- Jobs freeze on behalf of whoever asked; what is older than it is kept for goes.
grant insert, delete on exports to ${service}_worker;
create policy worker_inserts on exports for insert to ${service}_worker with check (true);
create policy worker_deletes on exports for delete to ${service}_worker using (true);
create index exports_by_age on exports (snapshot_at);
