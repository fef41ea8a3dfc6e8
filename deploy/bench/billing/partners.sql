-- 1,000 partners with twelve monthly customers each, which report once in each of :months months from :month on: a level that
-- nobody repeats would hold them back. One of them, :twelve, is there already, and somebody can ask for its invoices.
set session_replication_role = replica;

insert into partner (id, name, region, currency, locale, version, since)
select md5('small-' || i)::uuid, 'Partner ' || i, 'DE', 'EUR', 'de', 1, :'month' from generate_series(1, 999) i;
update partner set since = :'month' where id = :'twelve';

insert into customer_relation (partner_id, id, customer_id, name, account_type, since, version)
select p.id, gen_random_uuid(), md5(p.id || '-' || j)::uuid, 'Customer ' || j, 'monthly', :'month', 1
from partner p cross join generate_series(1, 12) j where p.name like 'Partner %';

insert into license (partner_id, id, customer_id, product, category, type, start_at)
select partner_id, gen_random_uuid(), customer_id, 'endpoint-advanced', 'endpoint', 'monthly', since
from customer_relation where since = :'month' and name like 'Customer %' and partner_id in (select id from partner where name like 'Partner %');

select kontor.keep_usage_month((:'month'::date + m * interval '1 month')::date) from generate_series(0, :months - 1) m;
with stored as (
    insert into usage_record (partner_id, customer_id, product, observed_at, quantity, reporter, event_id, stored_at)
    select partner_id, customer_id, product, start_at + m * interval '1 month' + interval '6 hours', 7, 'bench', id || '/' || m, now()
    from license cross join generate_series(0, :months - 1) m
    where partner_id in (select id from partner where name like 'Partner %')
    returning partner_id, customer_id, product, observed_at, quantity, arrival)
insert into usage_day (partner_id, customer_id, product, day, highest, last, last_at, last_arrival, records)
select partner_id, customer_id, product, (observed_at at time zone 'UTC')::date, quantity, quantity, observed_at, arrival, 1 from stored;
insert into usage_series (partner_id, customer_id, product)
select partner_id, customer_id, product from license where partner_id in (select id from partner where name like 'Partner %');
insert into usage_received (partner_id, month, customer_id, records)
select partner_id, (:'month'::date + m * interval '1 month')::date, customer_id, 1
from license cross join generate_series(0, :months - 1) m
where partner_id in (select id from partner where name like 'Partner %');

set session_replication_role = origin;
vacuum analyze;
