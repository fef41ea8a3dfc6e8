create table partner (
    id         uuid primary key,
    name       text        not null,
    programs   text[]      not null,
    contact    jsonb       not null,
    region     text        not null,
    currency   text        not null,
    locale     text        not null,
    logo_hash  text,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    version    bigint      not null
);
create index partner_by_name on partner (name, id);

alter table partner enable row level security;
grant select, insert, update on partner to ${service}_operator;
create policy operator on partner to ${service}_operator using (true) with check (true);
grant select on partner to ${service}_tenant;
create policy tenant_reads on partner for select to ${service}_tenant using (id = (select kontor.partner_id()));
grant update (logo_hash, updated_at, version) on partner to ${service}_tenant;
create policy tenant_changes on partner for update to ${service}_tenant
    using (id = (select kontor.partner_id())) with check (id = (select kontor.partner_id()));
grant select on partner to ${service}_worker;
create policy worker_reads on partner for select to ${service}_worker using (true);

create table customer (
    partner_id        uuid        not null,
    id                uuid        not null,
    name              text        not null,
    display_name      text        not null,
    -- display_name without case and accents: what lists are ordered by; search_text has the first name beside it.
    sort_name         text        not null,
    search_text       text        not null,
    region            text        not null,
    account_type      text        not null,
    managed           boolean     not null,
    external_id       text,
    crm_account_id    text,
    crm_sync          text        not null,
    contact           jsonb       not null,
    products          text[]      not null,
    terms_version     text,
    terms_accepted_at timestamptz,
    terms_accepted_by text,
    logo_hash         text,
    created_by        text        not null,
    created_at        timestamptz not null,
    updated_at        timestamptz not null,
    -- counts what callers can edit, for If-Match; version counts every change, for copies and locking.
    revision          bigint      not null,
    version           bigint      not null,
    primary key (partner_id, id)
);
create unique index customer_by_id on customer (id);
create unique index customer_external_id on customer (partner_id, external_id) where external_id is not null;
create index customer_by_name on customer (partner_id, sort_name, id);
create index customer_by_creation on customer (partner_id, created_at, id);
create index customer_by_update on customer (partner_id, updated_at, id);

alter table customer enable row level security;
grant select, insert, update on customer to ${service}_tenant;
create policy tenant_reads on customer for select to ${service}_tenant
    using (partner_id = (select kontor.partner_id()) and kontor.sees(id));
create policy tenant_inserts on customer for insert to ${service}_tenant
    with check (partner_id = (select kontor.partner_id()));
create policy tenant_changes on customer for update to ${service}_tenant
    using (partner_id = (select kontor.partner_id()) and kontor.sees(id))
    with check (partner_id = (select kontor.partner_id()));
grant select on customer to ${service}_customer;
grant update (logo_hash, updated_at, version) on customer to ${service}_customer;
create policy own on customer to ${service}_customer
    using (id = (select kontor.customer_id())) with check (id = (select kontor.customer_id()));
grant select on customer to ${service}_worker;
grant update (updated_at) on customer to ${service}_worker;
create policy worker on customer to ${service}_worker using (true) with check (true);

-- Whoever creates a customer is assigned to it; super-admins assign others.
grant insert, update, delete on administrator, assignment to ${service}_tenant;
create policy own_partner_writes on administrator to ${service}_tenant
    using (partner_id = (select kontor.partner_id())) with check (partner_id = (select kontor.partner_id()));
create policy own_partner_writes on assignment to ${service}_tenant
    using (partner_id = (select kontor.partner_id())) with check (partner_id = (select kontor.partner_id()));
