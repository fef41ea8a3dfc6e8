-- Every decision on a partner's call into a customer's account; a chain of hashes per partner and customer. Nobody may
-- change or remove an entry: no role is granted more than to add and to read.
create table access_log (
    partner_id  uuid        not null,
    customer_id uuid        not null,
    seq         bigint      not null,
    id          uuid        not null,
    subject     text        not null,
    role        text,
    actor       text,
    action      text        not null,
    path        text        not null,
    outcome     text        not null,
    reason      text,
    at          timestamptz not null,
    trace_id    text,
    hash        bytea       not null,
    primary key (partner_id, customer_id, seq)
);
create unique index access_log_entry on access_log (id);
create index access_log_of_customer on access_log (customer_id, at desc, id desc);

alter table access_log enable row level security;
grant select on access_log to ${service}_tenant, ${service}_customer;
create policy tenant_reads on access_log for select to ${service}_tenant
    using (partner_id = (select kontor.partner_id()) and kontor.sees(customer_id));
create policy own on access_log for select to ${service}_customer using (customer_id = (select kontor.customer_id()));
grant select, insert on access_log to ${service}_worker;
create policy worker on access_log to ${service}_worker using (true) with check (true);

-- A logo as it was re-encoded; owner is the customer's or the partner's own id.
create table logo (
    partner_id  uuid        not null,
    owner_id    uuid        not null,
    customer_id uuid,
    hash        text        not null,
    png         bytea       not null,
    updated_at  timestamptz not null,
    primary key (partner_id, owner_id)
);
create index logo_by_hash on logo (hash);

alter table logo enable row level security;
grant select, insert, update, delete on logo to ${service}_tenant;
create policy tenant_reads on logo for select to ${service}_tenant
    using (partner_id = (select kontor.partner_id()) and (customer_id is null or kontor.sees(customer_id)));
create policy tenant_writes on logo to ${service}_tenant
    using (partner_id = (select kontor.partner_id()) and (customer_id is null or kontor.sees(customer_id)))
    with check (partner_id = (select kontor.partner_id()) and (customer_id is null or kontor.sees(customer_id)));
grant select, insert, update, delete on logo to ${service}_customer;
create policy own on logo to ${service}_customer
    using (customer_id = (select kontor.customer_id())) with check (customer_id = (select kontor.customer_id()));
grant select on logo to ${service}_worker;
create policy worker_reads on logo for select to ${service}_worker using (true);

-- Copies of what licensing-service owns.
create table product (
    code     text    primary key,
    name     text    not null,
    category text    not null,
    monthly  boolean not null,
    version  bigint  not null
);
alter table product enable row level security;
grant select on product to ${service}_tenant, ${service}_operator;
create policy anyone_reads on product for select to ${service}_tenant, ${service}_operator using (true);
grant select, insert, update on product to ${service}_worker;
create policy worker on product to ${service}_worker using (true) with check (true);

create table license_summary (
    partner_id  uuid   not null,
    customer_id uuid   not null,
    status      text   not null,
    categories  jsonb  not null,
    version     bigint not null,
    primary key (partner_id, customer_id)
);
create unique index license_summary_of_customer on license_summary (customer_id);
alter table license_summary enable row level security;
grant select on license_summary to ${service}_tenant;
create policy tenant_reads on license_summary for select to ${service}_tenant
    using (partner_id = (select kontor.partner_id()) and kontor.sees(customer_id));
grant select on license_summary to ${service}_customer;
create policy own on license_summary for select to ${service}_customer using (customer_id = (select kontor.customer_id()));
grant select, insert, update on license_summary to ${service}_worker;
create policy worker on license_summary to ${service}_worker using (true) with check (true);
