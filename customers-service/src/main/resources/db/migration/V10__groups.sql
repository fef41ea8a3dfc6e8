-- Named sets of customers; who and what is in them stands in group_customer and group_administrator.
create table customer_group (
    partner_id uuid        not null,
    id         uuid        not null,
    name       text        not null,
    -- The name without case: unique in the partner, and what lists are ordered by.
    name_key   text        not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    version    bigint      not null,
    primary key (partner_id, id)
);
create unique index customer_group_by_id on customer_group (id);
create unique index customer_group_name on customer_group (partner_id, name_key);

-- The groups somebody who does not see all knows of: its own, and those of the customers it sees.
create function kontor.known_groups() returns setof uuid language sql stable parallel safe
as $$
    select g.group_id from group_administrator g
    where g.partner_id = kontor.partner_id() and g.subject = kontor.subject()
    union
    select m.group_id from assignment a
    join group_customer m on m.partner_id = a.partner_id and m.customer_id = a.customer_id
    where a.partner_id = kontor.partner_id() and a.subject = kontor.subject()
    union
    select m.group_id from group_administrator g
    join group_customer seen on seen.partner_id = g.partner_id and seen.group_id = g.group_id
    join group_customer m on m.partner_id = seen.partner_id and m.customer_id = seen.customer_id
    where g.partner_id = kontor.partner_id() and g.subject = kontor.subject()
$$;

alter table customer_group enable row level security;
grant select, insert, update, delete on customer_group to ${service}_tenant;
create policy tenant_reads on customer_group for select to ${service}_tenant
    using (partner_id = (select kontor.partner_id())
           and ((select kontor.sees_all()) or id in (select kontor.known_groups())));
create policy tenant_inserts on customer_group for insert to ${service}_tenant
    with check (partner_id = (select kontor.partner_id()));
create policy tenant_changes on customer_group for update to ${service}_tenant
    using (partner_id = (select kontor.partner_id())) with check (partner_id = (select kontor.partner_id()));
create policy tenant_deletes on customer_group for delete to ${service}_tenant
    using (partner_id = (select kontor.partner_id()));
grant select on customer_group to ${service}_worker;
create policy worker_reads on customer_group for select to ${service}_worker using (true);

grant insert, delete on group_customer, group_administrator to ${service}_tenant;
create policy own_partner_writes on group_customer to ${service}_tenant
    using (partner_id = (select kontor.partner_id())) with check (partner_id = (select kontor.partner_id()));
create policy own_partner_writes on group_administrator to ${service}_tenant
    using (partner_id = (select kontor.partner_id())) with check (partner_id = (select kontor.partner_id()));

-- The operator's sign-ups are shown like any customer, and are in no group.
grant select on customer_group, group_customer to ${service}_operator;
