-- Reported levels. Not partitioned by month: (reporter, event_id) must be unique across months, which a partitioned table
-- can't hold without a second table to insert into.
create table usage_record (
    partner_id   uuid        not null,
    id           uuid        not null,
    arrival      bigint      not null generated always as identity,
    reporter     text        not null,
    event_id     text        not null,
    payload_hash bytea       not null,
    customer_id  uuid        not null,
    product      text        not null,
    observed_at  timestamptz not null,
    quantity     numeric     not null check (quantity >= 0),
    stored_at    timestamptz not null,
    primary key (partner_id, id)
);
create unique index usage_record_event on usage_record (reporter, event_id);
create index usage_record_series on usage_record (partner_id, customer_id, product, observed_at desc, arrival desc);
create index usage_record_observed on usage_record (partner_id, observed_at);
create index usage_record_reported on usage_record (reporter, observed_at);
alter table usage_record enable row level security;
grant select on usage_record to ${service}_tenant;
create policy tenant_reads on usage_record for select to ${service}_tenant
    using (partner_id = (select kontor.partner_id()) and kontor.sees(customer_id));
grant select, insert on usage_record to ${service}_reporter;
create policy reporter_reads on usage_record for select to ${service}_reporter using (reporter = (select kontor.subject()));
create policy reporter_adds on usage_record for insert to ${service}_reporter with check (reporter = (select kontor.subject()));
grant select, insert on usage_record to ${service}_operator, ${service}_worker;
create policy operator on usage_record to ${service}_operator using (true) with check (true);
create policy worker on usage_record to ${service}_worker using (true) with check (true);

-- What could not be placed yet; it does not use its event id up.
create table usage_quarantine (
    id           uuid        not null primary key,
    reporter     text        not null,
    event_id     text        not null,
    customer_id  uuid        not null,
    product      text        not null,
    observed_at  timestamptz not null,
    quantity     numeric     not null,
    reason       text        not null,
    since        timestamptz not null,
    unique (reporter, event_id)
);
create index usage_quarantine_customer on usage_quarantine (customer_id);
create index usage_quarantine_product on usage_quarantine (product);
alter table usage_quarantine enable row level security;
grant select, insert, update, delete on usage_quarantine to ${service}_reporter;
create policy reporter on usage_quarantine to ${service}_reporter
    using (reporter = (select kontor.subject())) with check (reporter = (select kontor.subject()));
grant select, insert, update, delete on usage_quarantine to ${service}_operator, ${service}_worker;
create policy operator on usage_quarantine to ${service}_operator using (true) with check (true);
create policy worker on usage_quarantine to ${service}_worker using (true) with check (true);
