-- What protects a customer now, by code; null until licensing-service tells the next time.
alter table license_summary add column products text[];

-- What accounts that scripts make begin with, and the acceptance of terms that goes with the monthly ones.
create table provisioning (
    partner_id        uuid   not null primary key,
    trial_products    text[],
    monthly_products  text[],
    terms_version     text,
    terms_accepted_at timestamptz,
    terms_accepted_by text,
    version           bigint not null,
    check ((monthly_products is null) = (terms_version is null)),
    check ((monthly_products is null) = (terms_accepted_at is null)),
    check ((monthly_products is null) = (terms_accepted_by is null))
);
alter table provisioning enable row level security;
grant select, insert, update on provisioning to ${service}_tenant;
create policy own_partner on provisioning to ${service}_tenant
    using (partner_id = (select kontor.partner_id())) with check (partner_id = (select kontor.partner_id()));

-- Which tenant a request without a key made a moment ago: scripts repeat what they got no answer to.
create table tenant_request (
    partner_id uuid        not null,
    body       text        not null,
    made       uuid        not null,
    at         timestamptz not null,
    primary key (partner_id, body)
);
alter table tenant_request enable row level security;
grant select, insert, update, delete on tenant_request to ${service}_tenant;
create policy own_partner on tenant_request to ${service}_tenant
    using (partner_id = (select kontor.partner_id())) with check (partner_id = (select kontor.partner_id()));

-- A page by its number walks over those before it, in this index alone. The view applies by itself what the policy of
-- customer does, as listed_customer, and reads nothing else.
create index customer_in_order on customer (partner_id, id) include (managed);
create view listed_tenant as
    select c.partner_id, c.id
    from customer c
    where case when c.partner_id = (select kontor.partner_id()) then true else false end
      and ((select kontor.sees_every()) or c.id in (select kontor.seen_customers()))
      and (not c.managed or (select kontor.in_program('msp-flex-connect')));
grant select on listed_tenant to ${service}_tenant;
