-- The customer's consent that its partner acts inside its account: one row a customer, the history beside it.
create table partner_assistance (
    partner_id      uuid        not null,
    customer_id     uuid        not null,
    state           text        not null check (state in ('on', 'off')),
    source          text,
    since           timestamptz not null,
    expires_at      timestamptz,
    grant_id        uuid        not null,
    requested_at    timestamptz,
    version         bigint      not null,
    primary key (partner_id, customer_id)
);
create unique index partner_assistance_of_customer on partner_assistance (customer_id);

alter table partner_assistance enable row level security;
-- The partner can ask, never switch: that is all it may write.
grant select, insert, update (requested_at, version) on partner_assistance to ${service}_tenant;
create policy tenant_reads on partner_assistance for select to ${service}_tenant
    using (partner_id = (select kontor.partner_id()) and kontor.sees(customer_id));
create policy tenant_inserts on partner_assistance for insert to ${service}_tenant
    with check (partner_id = (select kontor.partner_id()));
create policy tenant_asks on partner_assistance for update to ${service}_tenant
    using (partner_id = (select kontor.partner_id()) and kontor.sees(customer_id))
    with check (partner_id = (select kontor.partner_id()));
grant select, update on partner_assistance to ${service}_customer;
create policy own on partner_assistance to ${service}_customer
    using (customer_id = (select kontor.customer_id())) with check (customer_id = (select kontor.customer_id()));
-- The worker changes nothing here, but holds a row while a launch code is exchanged, which takes a right to update.
grant select, update (version) on partner_assistance to ${service}_worker;
create policy worker on partner_assistance to ${service}_worker using (true) with check (true);

-- One row: which replica sent the last heartbeat does not matter, only that one did.
create table heartbeat (
    only_row boolean     primary key default true check (only_row),
    sent_at  timestamptz not null
);
insert into heartbeat (sent_at) values (clock_timestamp());
alter table heartbeat enable row level security;
grant select, update on heartbeat to ${service}_worker;
create policy worker on heartbeat to ${service}_worker using (true) with check (true);

-- A launch: its one-time code (hashed), and the session it was exchanged for. Its times are real time.
create table launch (
    partner_id      uuid        not null,
    id              uuid        not null,
    customer_id     uuid        not null,
    subject         text        not null,
    role            text        not null,
    programs        text[]      not null,
    code_hash       bytea       not null,
    code_expires_at timestamptz not null,
    started_at      timestamptz,
    expires_at      timestamptz,
    ended_at        timestamptz,
    created_at      timestamptz not null,
    version         bigint      not null,
    primary key (partner_id, id)
);
create unique index launch_code on launch (code_hash);
create index launch_of_customer on launch (customer_id, id);

alter table launch enable row level security;
grant select, insert on launch to ${service}_tenant;
create policy tenant_reads on launch for select to ${service}_tenant
    using (partner_id = (select kontor.partner_id()) and kontor.sees(customer_id));
create policy tenant_inserts on launch for insert to ${service}_tenant
    with check (partner_id = (select kontor.partner_id()));
grant select on launch to ${service}_customer;
grant update (ended_at, version) on launch to ${service}_customer;
create policy own on launch to ${service}_customer
    using (customer_id = (select kontor.customer_id())) with check (customer_id = (select kontor.customer_id()));
grant select, update on launch to ${service}_worker;
create policy worker on launch to ${service}_worker using (true) with check (true);
