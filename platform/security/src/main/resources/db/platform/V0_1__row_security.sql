-- What the policies of every table compare with. The settings are made for one transaction when its connection is
-- handed out (RowScopeInterceptor); without them everything here is null or false.
create schema kontor;
grant usage on schema kontor
    to ${service}_app, ${service}_tenant, ${service}_customer, ${service}_operator, ${service}_reporter, ${service}_worker;

create function kontor.partner_id() returns uuid language sql stable parallel safe
as $$ select nullif(current_setting('kontor.partner_id', true), '')::uuid $$;

create function kontor.customer_id() returns uuid language sql stable parallel safe
as $$ select nullif(current_setting('kontor.customer_id', true), '')::uuid $$;

create function kontor.subject() returns text language sql stable parallel safe
as $$ select nullif(current_setting('kontor.subject', true), '') $$;

-- Whose an idempotency key is: the same subject under two partners is two callers.
create function kontor.caller() returns text language sql stable parallel safe
as $$
    select concat_ws(':', current_setting('kontor.role', true), kontor.partner_id(), kontor.customer_id(), kontor.subject())
$$;

-- Who sees which customers: customers-service owns these rows, every other service keeps a copy (decision 8).
create table administrator (
    partner_id    uuid not null,
    subject       text not null,
    all_customers boolean not null default false,
    version       bigint not null default 0,
    primary key (partner_id, subject)
);
create table assignment (
    partner_id  uuid not null,
    subject     text not null,
    customer_id uuid not null,
    primary key (partner_id, subject, customer_id)
);
create index assignment_of_customer on assignment (partner_id, customer_id);

alter table administrator enable row level security;
alter table assignment enable row level security;
grant select on administrator, assignment to ${service}_tenant;
create policy own_partner on administrator for select to ${service}_tenant using (partner_id = (select kontor.partner_id()));
create policy own_partner on assignment for select to ${service}_tenant using (partner_id = (select kontor.partner_id()));
grant select, insert, update, delete on administrator, assignment to ${service}_worker;
create policy worker on administrator to ${service}_worker using (true) with check (true);
create policy worker on assignment to ${service}_worker using (true) with check (true);

create function kontor.sees_all() returns boolean language sql stable parallel safe
as $$
    select current_setting('kontor.all', true) = 't'
        or exists (select from administrator a
                   where a.partner_id = kontor.partner_id() and a.subject = kontor.subject() and a.all_customers)
$$;

-- Whether the partner's principal of this transaction sees that customer of its partner: a launched session only its
-- own, a super-admin all, others what is assigned to them.
create function kontor.sees(customer uuid) returns boolean language sql stable parallel safe
as $$
    select ((select kontor.customer_id()) is null or customer = (select kontor.customer_id()))
       and ((select kontor.sees_all())
            or exists (select from assignment a
                       where a.partner_id = (select kontor.partner_id())
                         and a.subject = (select kontor.subject()) and a.customer_id = customer))
$$;
