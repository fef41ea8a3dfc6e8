-- Groups widen who sees which customers: whoever administers a group sees every customer that is in it, now or later.
-- customers-service owns these rows, every other service keeps a copy, each membership a record of its own.
create table group_customer (
    partner_id  uuid not null,
    group_id    uuid not null,
    customer_id uuid not null,
    primary key (partner_id, group_id, customer_id)
);
create index group_customer_by_customer on group_customer (partner_id, customer_id, group_id);
create table group_administrator (
    partner_id uuid not null,
    group_id   uuid not null,
    subject    text not null,
    primary key (partner_id, subject, group_id)
);
create index group_administrator_by_group on group_administrator (partner_id, group_id, subject);

alter table group_customer enable row level security;
alter table group_administrator enable row level security;
grant select on group_customer, group_administrator to ${service}_tenant;
create policy own_partner on group_customer for select to ${service}_tenant
    using (partner_id = (select kontor.partner_id()));
create policy own_partner on group_administrator for select to ${service}_tenant
    using (partner_id = (select kontor.partner_id()));
grant select, insert, update, delete on group_customer, group_administrator to ${service}_worker;
create policy worker on group_customer to ${service}_worker using (true) with check (true);
create policy worker on group_administrator to ${service}_worker using (true) with check (true);

-- Whether the partner's principal of this transaction sees that customer of its partner: a launched session only its
-- own, a super-admin all, others what is assigned to them directly or through a group.
create or replace function kontor.sees(customer uuid) returns boolean language sql stable parallel safe
as $$
    select ((select kontor.customer_id()) is null or customer = (select kontor.customer_id()))
       and ((select kontor.sees_all())
            or exists (select from assignment a
                       where a.partner_id = (select kontor.partner_id())
                         and a.subject = (select kontor.subject()) and a.customer_id = customer)
            or exists (select from group_administrator g
                       join group_customer m on m.partner_id = g.partner_id and m.group_id = g.group_id
                       where g.partner_id = (select kontor.partner_id())
                         and g.subject = (select kontor.subject()) and m.customer_id = customer))
$$;

-- Whether the partner is in that program, in its token and its record: what the passport says.
create function kontor.in_program(program text) returns boolean language sql stable parallel safe
as $$ select program = any (string_to_array(current_setting('kontor.programs', true), ',')) $$;

-- For policies and lists over many rows: asked once for a statement, it spares whoever sees all a question for each row.
create function kontor.sees_every() returns boolean language sql stable parallel safe
as $$ select kontor.customer_id() is null and kontor.sees_all() $$;

-- The customers that somebody who does not see every one sees: what kontor.sees says of one, for a whole list.
create function kontor.seen_customers() returns setof uuid language sql stable parallel safe
as $$
    select seen.customer_id
    from (select a.customer_id from assignment a
          where a.partner_id = kontor.partner_id() and a.subject = kontor.subject()
          union all
          select m.customer_id from group_administrator g
          join group_customer m on m.partner_id = g.partner_id and m.group_id = g.group_id
          where g.partner_id = kontor.partner_id() and g.subject = kontor.subject()
          union all
          select kontor.customer_id() where kontor.sees_all()) seen
    where kontor.customer_id() is null or seen.customer_id = kontor.customer_id()
$$;
