-- What other services own and billing keeps a copy of: partners, customers by partner and time, licences, products.

create table partner (
    id        uuid        not null primary key,
    name      text        not null,
    region    text        not null,
    currency  text        not null,
    locale    text        not null,
    logo_hash text,
    version   bigint      not null,
    -- When this service first heard of it; customers may be older.
    since     timestamptz not null
);
alter table partner enable row level security;
grant select on partner to ${service}_tenant, ${service}_operator;
create policy tenant_reads on partner for select to ${service}_tenant using (id = (select kontor.partner_id()));
create policy operator_reads on partner for select to ${service}_operator using (true);
grant select, insert, update on partner to ${service}_worker;
create policy worker on partner to ${service}_worker using (true) with check (true);

create table product (
    code     text    not null primary key,
    name     text    not null,
    category text    not null,
    unit     text    not null,
    monthly  boolean not null,
    version  bigint  not null
);
grant select on product to ${service}_tenant, ${service}_operator, ${service}_reporter;
grant select, insert, update on product to ${service}_worker;

-- One row for each stretch of time a customer was with a partner: usage belongs to the partner at the time observed.
create table customer_relation (
    partner_id   uuid        not null,
    id           uuid        not null,
    customer_id  uuid        not null,
    name         text        not null,
    account_type text        not null,
    external_id  text,
    since        timestamptz not null,
    until        timestamptz,
    version      bigint      not null,
    primary key (partner_id, id)
);
create unique index customer_relation_current on customer_relation (customer_id) where until is null;
create index customer_relation_of_customer on customer_relation (customer_id, since);
create index customer_relation_of_partner on customer_relation (partner_id, customer_id, since);
create index customer_relation_since on customer_relation (partner_id, since);
alter table customer_relation enable row level security;
grant select on customer_relation to ${service}_tenant, ${service}_reporter, ${service}_operator;
create policy tenant_reads on customer_relation for select to ${service}_tenant
    using (partner_id = (select kontor.partner_id()) and kontor.sees(customer_id));
create policy operator_reads on customer_relation for select to ${service}_operator using (true);
create policy reporter_reads on customer_relation for select to ${service}_reporter using (true);
grant select, insert, update on customer_relation to ${service}_worker;
create policy worker on customer_relation to ${service}_worker using (true) with check (true);

create table license (
    partner_id  uuid        not null,
    id          uuid        not null,
    customer_id uuid        not null,
    product     text        not null,
    category    text        not null,
    type        text        not null,
    quantity    numeric,
    start_at    timestamptz not null,
    end_at      timestamptz,
    primary key (partner_id, id),
    unique (id)
);
create index license_of_customer on license (partner_id, customer_id);
alter table license enable row level security;
grant select on license to ${service}_tenant;
create policy tenant_reads on license for select to ${service}_tenant
    using (partner_id = (select kontor.partner_id()) and kontor.sees(customer_id));
grant select, insert, update on license to ${service}_worker;
create policy worker on license to ${service}_worker using (true) with check (true);

-- The version of the licence list last applied for a customer: an older record never overwrites a newer one.
create table license_list (
    customer_id uuid   not null primary key,
    version     bigint not null
);
grant select, insert, update on license_list to ${service}_worker;
