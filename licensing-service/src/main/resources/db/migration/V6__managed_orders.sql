create table managed_orders (
    partner_id uuid not null,
    id uuid not null,
    customer_id uuid not null,
    ordered_at timestamptz not null,
    ordered_by text not null,
    products jsonb not null,
    primary key (partner_id, id),
    foreign key (partner_id, customer_id) references customers on update cascade
);

create index managed_orders_by_time on managed_orders (partner_id, ordered_at, id);
create index managed_orders_by_customer on managed_orders (customer_id);

alter table managed_orders enable row level security;
grant select, insert on managed_orders to ${service}_tenant;
create policy tenant_reads on managed_orders for select to ${service}_tenant
    using (partner_id = (select kontor.partner_id()) and kontor.sees(customer_id));
create policy tenant_inserts on managed_orders for insert to ${service}_tenant
    with check (partner_id = (select kontor.partner_id()) and kontor.sees(customer_id));
