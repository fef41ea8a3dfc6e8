-- Exports stay with the partner that made them, frozen: nobody may update or delete one.
create table exports (
    partner_id uuid not null,
    id uuid not null,
    customer_id uuid not null,
    dashboard_id text not null,
    format text not null check (format in ('PDF', 'PNG', 'JSON', 'CSV')),
    locale text not null,
    snapshot_at timestamptz not null,
    content_hash text not null,
    snapshot text not null,
    created_by text not null,
    primary key (partner_id, id)
);

create index exports_by_id on exports (id);

alter table exports enable row level security;

-- They hold a customer's security data: a partner that is no longer the customer's reads nothing of it.
grant select, insert on exports to ${service}_tenant, ${service}_customer;
create policy tenant_reads on exports for select to ${service}_tenant
    using (partner_id = (select kontor.partner_id())
        and exists (select from customers c where c.partner_id = exports.partner_id and c.id = exports.customer_id));
create policy tenant_inserts on exports for insert to ${service}_tenant
    with check (partner_id = (select kontor.partner_id()) and kontor.sees(customer_id));
create policy customer_reads on exports for select to ${service}_customer
    using (customer_id = (select kontor.customer_id()));
create policy customer_inserts on exports for insert to ${service}_customer
    with check (exists (select from customers c where c.partner_id = exports.partner_id and c.id = exports.customer_id));

grant select on exports to ${service}_worker;
create policy worker_reads on exports for select to ${service}_worker using (true);
