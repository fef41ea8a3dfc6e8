create table note (
    partner_id  uuid not null,
    id          uuid not null,
    customer_id uuid not null,
    text        text not null,
    version     bigint not null default 0,
    primary key (partner_id, id)
);
alter table note enable row level security;
grant select, insert, update on note to ${service}_tenant;
create policy tenant_reads on note for select to ${service}_tenant
    using (partner_id = (select kontor.partner_id()) and kontor.sees(customer_id));
create policy tenant_updates on note for update to ${service}_tenant
    using (partner_id = (select kontor.partner_id()) and kontor.sees(customer_id));
create policy tenant_inserts on note for insert to ${service}_tenant
    with check (partner_id = (select kontor.partner_id()));
grant select on note to ${service}_customer;
create policy customer_reads on note for select to ${service}_customer using (customer_id = (select kontor.customer_id()));
grant select on note to ${service}_worker;
create policy worker_reads on note for select to ${service}_worker using (true);
