-- All licences of one customer taken together: the version of the state last emitted, and when time alone changes it.
-- A customer's row moves between partners with everything that hangs on it, hence "on update cascade".
create table license_accounts (
    partner_id uuid not null,
    customer_id uuid not null,
    version bigint not null,
    next_change_at timestamptz,
    primary key (partner_id, customer_id),
    foreign key (partner_id, customer_id) references customers on update cascade
);

create index license_accounts_by_customer on license_accounts (customer_id);
-- The job looks over all partners for what is due.
create index license_accounts_due on license_accounts (next_change_at) where next_change_at is not null;

create table licenses (
    partner_id uuid not null,
    id uuid not null,
    customer_id uuid not null,
    product text not null references products,
    category text not null,
    type text not null check (type in ('TRIAL', 'TERM', 'MONTHLY', 'ORDERED')),
    quantity integer check (quantity > 0),
    start_at timestamptz not null,
    end_at timestamptz,
    -- The end was decided, not reached.
    revoked boolean not null default false,
    -- A monthly segment that another one of the same product continues: history for billing, not shown in lists.
    continued boolean not null default false,
    version bigint not null default 0,
    -- What lists sort and filter by: no end sorts last.
    ends_at timestamptz not null generated always as (coalesce(end_at, '9999-12-31T00:00:00Z')) stored,
    primary key (partner_id, id),
    foreign key (partner_id, customer_id) references customers on update cascade,
    check (end_at >= start_at),
    check (not revoked or end_at is not null),
    check (not continued or revoked)
);

create index licenses_by_end on licenses (partner_id, ends_at, id) where not continued;
create index licenses_by_start on licenses (partner_id, start_at, id) where not continued;
create index licenses_by_customer on licenses (customer_id);
-- Whatever races: a product has one running monthly segment.
create unique index licenses_one_open_segment on licenses (partner_id, customer_id, product)
    where type = 'MONTHLY' and end_at is null;

alter table license_accounts enable row level security;
alter table licenses enable row level security;

grant select, update on license_accounts to ${service}_tenant;
create policy tenant_reads on license_accounts for select to ${service}_tenant
    using (partner_id = (select kontor.partner_id()) and kontor.sees(customer_id));
create policy tenant_updates on license_accounts for update to ${service}_tenant
    using (partner_id = (select kontor.partner_id()) and kontor.sees(customer_id))
    with check (partner_id = (select kontor.partner_id()) and kontor.sees(customer_id));

grant select, insert, update on licenses to ${service}_tenant;
create policy tenant_reads on licenses for select to ${service}_tenant
    using (partner_id = (select kontor.partner_id()) and kontor.sees(customer_id));
create policy tenant_inserts on licenses for insert to ${service}_tenant
    with check (partner_id = (select kontor.partner_id()) and kontor.sees(customer_id));
create policy tenant_updates on licenses for update to ${service}_tenant
    using (partner_id = (select kontor.partner_id()) and kontor.sees(customer_id))
    with check (partner_id = (select kontor.partner_id()) and kontor.sees(customer_id));

grant select, insert, update on license_accounts, licenses to ${service}_worker;
create policy worker_all on license_accounts to ${service}_worker using (true) with check (true);
create policy worker_all on licenses to ${service}_worker using (true) with check (true);
