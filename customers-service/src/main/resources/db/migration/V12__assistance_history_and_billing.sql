-- What the customer's administrator ended, by hand or by a date that has come, only it opens again (domain.md rule 13).
alter table partner_assistance add column customer_closed boolean not null default false;
update partner_assistance set customer_closed = true where state = 'off';
create index partner_assistance_due on partner_assistance (expires_at, customer_id)
    where state = 'on' and expires_at is not null;

-- Consents end by the clock, and come on by themselves as licensing-service tells of conversions and managed orders.
grant insert, update on partner_assistance to ${service}_worker;

-- What became of a consent and of the questions for it; lines are added, and stay with the partner they happened under.
create table assistance_history (
    partner_id  uuid        not null,
    id          uuid        not null,
    customer_id uuid        not null,
    change      text        not null check (change in ('on', 'off', 'expired', 'requested')),
    source      text,
    by          text,
    at          timestamptz not null,
    expires_at  timestamptz,
    primary key (partner_id, id)
);
create index assistance_history_of_customer on assistance_history (customer_id, at desc, id desc);
insert into assistance_history (partner_id, id, customer_id, change, source, at, expires_at)
select partner_id, grant_id, customer_id, state, source, since, expires_at from partner_assistance;

alter table assistance_history enable row level security;
grant select, insert on assistance_history to ${service}_tenant, ${service}_customer, ${service}_worker;
create policy tenant_reads on assistance_history for select to ${service}_tenant
    using (partner_id = (select kontor.partner_id()) and ((select kontor.sees_every()) or kontor.sees(customer_id)));
create policy tenant_adds on assistance_history for insert to ${service}_tenant
    with check (partner_id = (select kontor.partner_id()));
create policy own on assistance_history to ${service}_customer
    using (customer_id = (select kontor.customer_id())) with check (customer_id = (select kontor.customer_id()));
create policy worker on assistance_history to ${service}_worker using (true) with check (true);

-- Which of licensing-service's changes of the account type was taken over last.
alter table customer add column billing_version bigint not null default 0;

-- The customer of a managed order, made once whatever is repeated.
create table managed_order_customer (
    partner_id  uuid not null,
    order_id    uuid not null,
    customer_id uuid not null,
    primary key (partner_id, order_id)
);
create unique index managed_order_customer_by_order on managed_order_customer (order_id);
alter table managed_order_customer enable row level security;
grant select, insert on managed_order_customer to ${service}_worker;
create policy worker on managed_order_customer to ${service}_worker using (true) with check (true);
grant insert, update on customer to ${service}_worker;
