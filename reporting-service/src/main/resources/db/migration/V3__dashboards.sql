-- Custom dashboards; the vendor's are no rows but a resource of the service.
create table dashboards (
    partner_id uuid not null,
    id uuid not null,
    customer_id uuid not null,
    name text not null,
    widgets text not null,
    version bigint not null default 0,
    primary key (partner_id, id),
    foreign key (partner_id, customer_id) references customers on update cascade
);

create index dashboards_by_customer on dashboards (partner_id, customer_id, id);

alter table dashboards enable row level security;

grant select, insert, update, delete on dashboards to ${service}_tenant, ${service}_customer;
create policy tenant_all on dashboards to ${service}_tenant
    using (partner_id = (select kontor.partner_id()) and kontor.sees(customer_id))
    with check (partner_id = (select kontor.partner_id()) and kontor.sees(customer_id));
-- Which partner a row belongs to is the foreign key's to check.
create policy customer_all on dashboards to ${service}_customer
    using (customer_id = (select kontor.customer_id()))
    with check (customer_id = (select kontor.customer_id()));

grant select on dashboards to ${service}_worker;
create policy worker_reads on dashboards for select to ${service}_worker using (true);
