-- A copy of what customers-service owns, as far as licences need it. customers-service alone decides; version says how
-- new a row is.
create table customers (
    partner_id uuid not null,
    id uuid not null,
    account_type text not null check (account_type in ('TRIAL', 'TERM', 'MONTHLY', 'MANAGED_ORDER')),
    version bigint not null,
    primary key (partner_id, id)
);

-- A consumer knows a customer's id before it knows whose customer it is.
create index customers_by_id on customers (id);

alter table customers enable row level security;

grant select on customers to ${service}_tenant;
create policy tenant_reads on customers for select to ${service}_tenant
    using (partner_id = (select kontor.partner_id()) and kontor.sees(id));

grant select, insert, update on customers to ${service}_worker;
create policy worker_all on customers to ${service}_worker using (true) with check (true);
