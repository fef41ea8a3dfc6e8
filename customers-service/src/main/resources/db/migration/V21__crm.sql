-- The CRM that gets a partner's renames; its client secret is sealed with a key the database does not know.
create table crm_connection (
    partner_id   uuid        not null primary key,
    base_url     text        not null,
    client_id    text        not null,
    secret       bytea       not null,
    updated_at   timestamptz not null,
    -- Why the last try failed; while the CRM rests (real time) none of the partner's names is tried.
    failure      text,
    failures     int         not null default 0,
    paused_until timestamptz,
    version      bigint      not null
);
alter table crm_connection enable row level security;
grant select, insert, update, delete on crm_connection to ${service}_tenant;
create policy tenant on crm_connection to ${service}_tenant
    using (partner_id = (select kontor.partner_id())) with check (partner_id = (select kontor.partner_id()));
grant select, update (failure, failures, paused_until) on crm_connection to ${service}_worker;
create policy worker on crm_connection to ${service}_worker using (true) with check (true);

-- Names that are still to be sent; a row a customer, since only the current name counts. Times are real time.
create table crm_sync (
    partner_id   uuid        not null,
    customer_id  uuid        not null,
    -- Counts the renames: what was sent before the latest one is not the current name.
    generation   bigint      not null,
    failures     int         not null default 0,
    due_at       timestamptz not null default clock_timestamp(),
    -- While its call is out; what a crash left is due again then.
    leased_until timestamptz,
    primary key (partner_id, customer_id)
);
create index crm_sync_due on crm_sync (due_at);
alter table crm_sync enable row level security;
grant select, insert, update on crm_sync to ${service}_tenant;
create policy tenant on crm_sync to ${service}_tenant
    using (partner_id = (select kontor.partner_id())) with check (partner_id = (select kontor.partner_id()));
grant select, insert, update, delete on crm_sync to ${service}_worker;
create policy worker on crm_sync to ${service}_worker using (true) with check (true);
grant update (crm_sync) on customer to ${service}_worker;
