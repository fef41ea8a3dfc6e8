-- Preview programs. No tenant table: every partner may read it.
create table early_access_programs (
    code text primary key check (length(code) <= 60 and code ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    name text not null check (length(name) between 1 and 120),
    description text not null default '' check (length(description) <= 1000),
    flex_compatible boolean not null,
    -- Any licence of one of these opens the program to its customer.
    categories text[] not null check (cardinality(categories) between 1 and 12),
    open boolean not null,
    version bigint not null default 0
);

grant select on early_access_programs to ${service}_tenant;
grant select, insert, update on early_access_programs to ${service}_operator;

insert into early_access_programs (code, name, description, flex_compatible, categories, open) values
    ('endpoint-preview', 'Endpoint Preview', 'New versions of endpoint protection, four weeks early.', true,
        '{ENDPOINT,SERVER}', true),
    ('adaptive-defense', 'Adaptive Attack Defense', 'Devices under attack switch to stricter rules by themselves.',
        false, '{ENDPOINT}', true);

-- Which customer is in which program; history stays.
create table early_access_enrolments (
    partner_id uuid not null,
    id uuid not null,
    customer_id uuid not null,
    program text not null references early_access_programs,
    enrolled_at timestamptz not null,
    enrolled_by text not null,
    ended_at timestamptz,
    version bigint not null default 0,
    primary key (partner_id, id),
    foreign key (partner_id, customer_id) references customers on update cascade,
    check (ended_at >= enrolled_at)
);

create index early_access_enrolments_by_customer on early_access_enrolments (customer_id);
create unique index early_access_one_enrolment on early_access_enrolments (partner_id, customer_id, program)
    where ended_at is null;

alter table early_access_enrolments enable row level security;
grant select, insert, update on early_access_enrolments to ${service}_tenant;
create policy tenant_reads on early_access_enrolments for select to ${service}_tenant
    using (partner_id = (select kontor.partner_id()) and kontor.sees(customer_id));
create policy tenant_inserts on early_access_enrolments for insert to ${service}_tenant
    with check (partner_id = (select kontor.partner_id()) and kontor.sees(customer_id));
create policy tenant_updates on early_access_enrolments for update to ${service}_tenant
    using (partner_id = (select kontor.partner_id()) and kontor.sees(customer_id))
    with check (partner_id = (select kontor.partner_id()) and kontor.sees(customer_id));
