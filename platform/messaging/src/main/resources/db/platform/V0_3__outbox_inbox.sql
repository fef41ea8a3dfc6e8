-- Facts waiting for Kafka. Everybody may leave one; only the relay reads and removes them.
create table outbox (
    position    bigint generated always as identity primary key,
    id          uuid        not null,
    topic       text        not null,
    partition   int,
    key         text        not null,
    type        text        not null,
    partner_id  uuid,
    payload     text,
    traceparent text,
    created_at  timestamptz not null default clock_timestamp()
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);

alter table outbox enable row level security;
grant insert on outbox to ${service}_tenant, ${service}_customer, ${service}_operator, ${service}_reporter, ${service}_worker;
create policy leave on outbox for insert
    to ${service}_tenant, ${service}_customer, ${service}_operator, ${service}_reporter, ${service}_worker with check (true);
grant select, delete on outbox to ${service}_worker;
create policy relay_reads on outbox for select to ${service}_worker using (true);
create policy relay_removes on outbox for delete to ${service}_worker using (true);

-- What was seen, marked in the transaction of the work it led to.
create table inbox (
    id      uuid        primary key,
    seen_at timestamptz not null default clock_timestamp()
);
create index inbox_age on inbox (seen_at);

-- Records that could not be taken in; kept whole, so that they can be tried again.
create table dead_letter (
    id          uuid        primary key,
    topic       text        not null,
    key         text        not null,
    type        text        not null,
    partner_id  uuid,
    time        timestamptz not null,
    payload     text,
    error       text        not null,
    failed_at   timestamptz not null default clock_timestamp()
);

alter table inbox enable row level security;
alter table dead_letter enable row level security;
grant select, insert, delete on inbox to ${service}_worker;
grant select, insert, delete on dead_letter to ${service}_worker;
create policy worker on inbox to ${service}_worker using (true) with check (true);
create policy worker on dead_letter to ${service}_worker using (true) with check (true);
