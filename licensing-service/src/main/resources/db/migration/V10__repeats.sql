-- What came of a change that is told to the account's owner only after it has committed. Whoever asks for the same again,
-- with or without an Idempotency-Key, is answered the same: for a licence key as long as there is one, else until the owner
-- was told. A customer has one row that waits for that, and one for each key that it used.
create table outcomes (
    partner_id uuid not null,
    customer_id uuid not null,
    wanted text not null,
    outcome text not null,
    lasting boolean not null,
    primary key (partner_id, customer_id, wanted),
    foreign key (partner_id, customer_id) references customers on update cascade
);

alter table outcomes enable row level security;
grant select, insert, delete on outcomes to ${service}_tenant, ${service}_worker;
create policy tenant_reads on outcomes for select to ${service}_tenant
    using (partner_id = (select kontor.partner_id()) and kontor.sees(customer_id));
create policy tenant_inserts on outcomes for insert to ${service}_tenant
    with check (partner_id = (select kontor.partner_id()) and kontor.sees(customer_id));
create policy tenant_deletes on outcomes for delete to ${service}_tenant
    using (partner_id = (select kontor.partner_id()) and kontor.sees(customer_id));
create policy worker_all on outcomes to ${service}_worker using (true) with check (true);

-- Orders for new customers without an Idempotency-Key that were not placed yet: their owner may have made the customer all
-- the same, and finds it by the order's id.
create table order_attempts (
    partner_id uuid not null,
    subject text not null,
    wanted text not null,
    order_id uuid not null,
    at timestamptz not null,
    primary key (partner_id, subject, wanted)
);

create index order_attempts_by_time on order_attempts (partner_id, at);
alter table order_attempts enable row level security;
grant select, insert, update, delete on order_attempts to ${service}_tenant;
create policy tenant_all on order_attempts to ${service}_tenant
    using (partner_id = (select kontor.partner_id())) with check (partner_id = (select kontor.partner_id()));
