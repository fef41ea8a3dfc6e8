-- Reported events by month. What keeps an event from counting twice across months is a key of its own: a partitioned
-- table can only be unique within a partition.
create table usage_key (
    source       text  not null check (source in ('record', 'device')),
    reporter     text  not null,
    event_id     text  not null,
    payload_hash bytea not null,
    month        date  not null,
    primary key (reporter, event_id, source)
);
insert into usage_key (source, reporter, event_id, payload_hash, month)
select 'record', reporter, event_id, payload_hash, date_trunc('month', observed_at at time zone 'UTC')::date
from usage_record;

create sequence usage_arrival;
select setval('usage_arrival', coalesce(max(arrival), 0) + 1, false) from usage_record;

alter table usage_record rename to usage_record_before;
alter table usage_record_before rename constraint usage_record_pkey to usage_record_before_pkey;
alter index usage_record_reported rename to usage_record_before_reported;

create table usage_record (
    partner_id  uuid        not null,
    customer_id uuid        not null,
    product     text        not null,
    observed_at timestamptz not null,
    -- Decides between levels observed at the same instant.
    arrival     bigint      not null default nextval('usage_arrival'),
    quantity    numeric     not null check (quantity >= 0),
    reporter    text        not null,
    event_id    text        not null,
    stored_at   timestamptz not null,
    primary key (partner_id, customer_id, product, observed_at, arrival)
) partition by range (observed_at);
create index usage_record_reported on usage_record (reporter, observed_at);

-- Devices that were seen online, with their last user if they have one.
create table device_observation (
    partner_id   uuid        not null,
    customer_id  uuid        not null,
    product      text        not null,
    last_seen_at timestamptz not null,
    arrival      bigint      not null default nextval('usage_arrival'),
    device_id    text        not null,
    user_id      text,
    kind         text        not null check (kind in ('computer', 'server')),
    reporter     text        not null,
    event_id     text        not null,
    stored_at    timestamptz not null,
    primary key (partner_id, customer_id, product, last_seen_at, arrival)
) partition by range (last_seen_at);

-- A day's records in one row, kept in the transaction that stores them; can be rebuilt from them at any time.
create table usage_day (
    partner_id   uuid        not null,
    customer_id  uuid        not null,
    product      text        not null,
    day          date        not null,
    highest      numeric     not null,
    last         numeric     not null,
    last_at      timestamptz not null,
    last_arrival bigint      not null,
    records      bigint      not null,
    primary key (partner_id, customer_id, product, day)
) partition by range (day);

-- What was ever reported of which customer; observed where devices were.
create table usage_series (
    partner_id  uuid    not null,
    customer_id uuid    not null,
    product     text    not null,
    observed    boolean not null default false,
    primary key (partner_id, customer_id, product)
);

-- How many events of a month there are: a count that differs from a statement's means late usage.
create table usage_received (
    partner_id  uuid   not null,
    month       date   not null,
    customer_id uuid   not null,
    records     bigint not null,
    primary key (partner_id, month, customer_id)
);

-- Attaching needs no lock that would wait for those who are storing.
create function kontor.keep_usage_month(first date) returns void
    language plpgsql security definer set search_path = public, pg_temp
as $$
declare
    parent text;
    part   text;
begin
    perform pg_advisory_xact_lock(hashtextextended('kontor.keep_usage_month', 0));
    foreach parent in array array['usage_record', 'device_observation', 'usage_day'] loop
        part := parent || to_char(first, '_YYYY_MM');
        continue when to_regclass('public.' || part) is not null;
        execute format('create table %I (like %I including all)', part, parent);
        if parent <> 'usage_day' then
            execute format('create trigger immutable before update or delete or truncate on %I
                            execute function kontor.refuse_change()', part);
        end if;
        if parent = 'usage_day' then
            execute format('alter table %I attach partition %I for values from (%L) to (%L)', parent, part,
                           first, (first + interval '1 month')::date);
        else
            execute format('alter table %I attach partition %I for values from (%L) to (%L)', parent, part,
                           first || ' 00:00:00Z', (first + interval '1 month')::date || ' 00:00:00Z');
        end if;
    end loop;
end $$;
revoke all on function kontor.keep_usage_month(date) from public;
grant execute on function kontor.keep_usage_month(date) to ${service}_reporter, ${service}_operator, ${service}_worker;

select kontor.keep_usage_month(month) from (select distinct month from usage_key order by month) as months;

insert into usage_record (partner_id, customer_id, product, observed_at, arrival, quantity, reporter, event_id, stored_at)
select partner_id, customer_id, product, observed_at, arrival, quantity, reporter, event_id, stored_at
from usage_record_before;
insert into usage_day (partner_id, customer_id, product, day, highest, last, last_at, last_arrival, records)
select partner_id, customer_id, product, (observed_at at time zone 'UTC')::date as day, max(quantity),
       (array_agg(quantity order by observed_at desc, arrival desc))[1], max(observed_at),
       (array_agg(arrival order by observed_at desc, arrival desc))[1], count(*)
from usage_record group by partner_id, customer_id, product, day;
insert into usage_series (partner_id, customer_id, product)
select distinct partner_id, customer_id, product from usage_record;
insert into usage_received (partner_id, month, customer_id, records)
select partner_id, date_trunc('month', observed_at at time zone 'UTC')::date as month, customer_id, count(*)
from usage_record group by partner_id, month, customer_id;
drop table usage_record_before;

create trigger immutable before update or delete or truncate on usage_key execute function kontor.refuse_change();
create trigger immutable before update or delete or truncate on usage_record execute function kontor.refuse_change();
create trigger immutable before update or delete or truncate on device_observation execute function kontor.refuse_change();

alter table usage_key enable row level security;
grant select, insert on usage_key to ${service}_reporter, ${service}_operator, ${service}_worker;
create policy reporter on usage_key to ${service}_reporter
    using (reporter = (select kontor.subject())) with check (reporter = (select kontor.subject()));
create policy operator on usage_key to ${service}_operator using (true) with check (true);
create policy worker on usage_key to ${service}_worker using (true) with check (true);

grant usage on sequence usage_arrival to ${service}_reporter, ${service}_operator, ${service}_worker;
alter table usage_record enable row level security;
alter table device_observation enable row level security;
grant select on usage_record, device_observation to ${service}_tenant;
grant select, insert on usage_record, device_observation to ${service}_reporter, ${service}_operator, ${service}_worker;
create policy reporter on usage_record to ${service}_reporter
    using (reporter = (select kontor.subject())) with check (reporter = (select kontor.subject()));
create policy operator on usage_record to ${service}_operator using (true) with check (true);
create policy worker on usage_record to ${service}_worker using (true) with check (true);
create policy reporter on device_observation to ${service}_reporter
    using (reporter = (select kontor.subject())) with check (reporter = (select kontor.subject()));
create policy operator on device_observation to ${service}_operator using (true) with check (true);
create policy worker on device_observation to ${service}_worker using (true) with check (true);

-- Who stores events keeps these up to date, whoever else's events they hold.
alter table usage_day enable row level security;
alter table usage_series enable row level security;
alter table usage_received enable row level security;
grant select on usage_day, usage_series, usage_received to ${service}_tenant;
grant select, insert, update on usage_day, usage_series, usage_received
    to ${service}_reporter, ${service}_operator, ${service}_worker;
create policy keeps on usage_day to ${service}_reporter, ${service}_operator, ${service}_worker
    using (true) with check (true);
create policy keeps on usage_series to ${service}_reporter, ${service}_operator, ${service}_worker
    using (true) with check (true);
create policy keeps on usage_received to ${service}_reporter, ${service}_operator, ${service}_worker
    using (true) with check (true);

-- Asked once for whoever sees everything, and only else for each row: a month of a large partner has millions.
create policy tenant_reads on usage_record for select to ${service}_tenant
    using (partner_id = (select kontor.partner_id())
        and ((select kontor.customer_id() is null and kontor.sees_all()) or kontor.sees(customer_id)));
create policy tenant_reads on device_observation for select to ${service}_tenant
    using (partner_id = (select kontor.partner_id())
        and ((select kontor.customer_id() is null and kontor.sees_all()) or kontor.sees(customer_id)));
create policy tenant_reads on usage_day for select to ${service}_tenant
    using (partner_id = (select kontor.partner_id())
        and ((select kontor.customer_id() is null and kontor.sees_all()) or kontor.sees(customer_id)));
create policy tenant_reads on usage_series for select to ${service}_tenant
    using (partner_id = (select kontor.partner_id())
        and ((select kontor.customer_id() is null and kontor.sees_all()) or kontor.sees(customer_id)));
create policy tenant_reads on usage_received for select to ${service}_tenant
    using (partner_id = (select kontor.partner_id())
        and ((select kontor.customer_id() is null and kontor.sees_all()) or kontor.sees(customer_id)));

drop policy tenant_reads on customer_relation;
create policy tenant_reads on customer_relation for select to ${service}_tenant
    using (partner_id = (select kontor.partner_id())
        and ((select kontor.customer_id() is null and kontor.sees_all()) or kontor.sees(customer_id)));
drop policy tenant_reads on license;
create policy tenant_reads on license for select to ${service}_tenant
    using (partner_id = (select kontor.partner_id())
        and ((select kontor.customer_id() is null and kontor.sees_all()) or kontor.sees(customer_id)));

-- Observations of devices that can't be placed yet wait beside the records.
alter table usage_quarantine
    add column source text not null default 'record' check (source in ('record', 'device')),
    add column device_id text,
    add column user_id text,
    add column kind text,
    alter column quantity drop not null,
    drop constraint usage_quarantine_reporter_event_id_key,
    add unique (reporter, event_id, source);
