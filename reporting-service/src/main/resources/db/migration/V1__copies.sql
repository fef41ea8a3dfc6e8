-- Copies of what other services own, as far as reports need it. The owners alone decide; version says how new a row is.
create table customers (
    partner_id uuid not null,
    id uuid not null,
    name text not null,
    logo_hash text,
    version bigint not null,
    primary key (partner_id, id)
);

-- A consumer knows a customer's id before it knows whose customer it is.
create index customers_by_id on customers (id);

create table partners (
    id uuid primary key,
    name text not null,
    locale text,
    logo_hash text,
    version bigint not null
);

create table products (
    code text primary key,
    name text not null,
    version bigint not null
);

-- A customer's licences as licensing-service last told them, whole. What hangs on a customer moves with it.
create table license_lists (
    partner_id uuid not null,
    customer_id uuid not null,
    status text not null,
    licenses text not null,
    version bigint not null,
    primary key (partner_id, customer_id)
);

create index license_lists_by_customer on license_lists (customer_id);

-- Images by the hash of their content, fetched once from customers-service.
create table logos (
    hash text primary key,
    image bytea not null
);

alter table customers enable row level security;
alter table partners enable row level security;
alter table license_lists enable row level security;
alter table logos enable row level security;

grant select on customers to ${service}_tenant, ${service}_customer, ${service}_reporter;
create policy tenant_reads on customers for select to ${service}_tenant
    using (partner_id = (select kontor.partner_id()) and kontor.sees(id));
create policy customer_reads on customers for select to ${service}_customer using (id = (select kontor.customer_id()));
-- A usage reporter speaks of every customer, and learns nothing of it but that it is there.
create policy reporter_reads on customers for select to ${service}_reporter using (true);

grant select on partners to ${service}_tenant, ${service}_customer;
create policy tenant_reads on partners for select to ${service}_tenant using (id = (select kontor.partner_id()));
create policy customer_reads on partners for select to ${service}_customer
    using (id = (select partner_id from customers));

grant select on license_lists to ${service}_tenant, ${service}_customer;
create policy tenant_reads on license_lists for select to ${service}_tenant
    using (partner_id = (select kontor.partner_id()) and kontor.sees(customer_id));
create policy customer_reads on license_lists for select to ${service}_customer
    using (customer_id = (select kontor.customer_id()));

-- Whoever sees a customer or a partner sees its logo.
grant select on logos to ${service}_tenant, ${service}_customer;
create policy shown_reads on logos for select to ${service}_tenant, ${service}_customer
    using (hash in (select logo_hash from customers) or hash in (select logo_hash from partners));

-- What the vendor sells is no partner's secret.
grant select on products to ${service}_tenant, ${service}_customer;

grant select, insert, update on customers, partners, products, license_lists, logos to ${service}_worker;
create policy worker_all on customers to ${service}_worker using (true) with check (true);
create policy worker_all on partners to ${service}_worker using (true) with check (true);
create policy worker_all on license_lists to ${service}_worker using (true) with check (true);
create policy worker_all on logos to ${service}_worker using (true) with check (true);
