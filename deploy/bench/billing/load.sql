-- 10,000 customers of :partner with ten monthly products each, which may be there already, and for every day of :month a report of
-- every one: 3,000,000 records with the daily counts that storing them keeps.
set session_replication_role = replica;

insert into product (code, name, category, unit, monthly, version)
select 'bench-' || c, c, c, 'user', true, 1
from unnest(array['endpoint', 'server', 'uem', 'email', 'mobile', 'encryption', 'phish-threat', 'firewall', 'cloud', 'ztna']) c
on conflict do nothing;

insert into customer_relation (partner_id, id, customer_id, name, account_type, since, version)
select :'partner', gen_random_uuid(), md5(:'partner' || i)::uuid, 'Customer ' || i, 'monthly', :'month', 1
from generate_series(1, 10000) i
where not exists (select from customer_relation where partner_id = :'partner');

insert into license (partner_id, id, customer_id, product, category, type, start_at)
select r.partner_id, gen_random_uuid(), r.customer_id, p.code, p.category, 'monthly', r.since
from customer_relation r cross join product p
where r.partner_id = :'partner' and p.code like 'bench-%' and not exists (select from license where partner_id = :'partner');

select kontor.keep_usage_month(:'month');
insert into usage_record (partner_id, customer_id, product, observed_at, quantity, reporter, event_id, stored_at)
select r.partner_id, r.customer_id, p.code, d + interval '6 hours',
       (hashtext(r.customer_id::text) & 63) + extract(day from d)::int * 7 % 11 + length(p.code), 'bench',
       r.customer_id || p.code || d::date, now()
from customer_relation r cross join product p
     cross join generate_series(:'month'::timestamptz, :'month'::timestamptz + interval '1 month - 1 day', interval '1 day') d
where r.partner_id = :'partner' and p.code like 'bench-%';

insert into usage_day (partner_id, customer_id, product, day, highest, last, last_at, last_arrival, records)
select partner_id, customer_id, product, (observed_at at time zone 'UTC')::date, quantity, quantity, observed_at, arrival, 1
from usage_record where partner_id = :'partner' and observed_at >= :'month';
insert into usage_series (partner_id, customer_id, product)
select partner_id, customer_id, code from customer_relation cross join product
where partner_id = :'partner' and code like 'bench-%'
on conflict do nothing;
insert into usage_received (partner_id, month, customer_id, records)
select partner_id, :'month', customer_id, count(*) from usage_record
where partner_id = :'partner' and observed_at >= :'month' group by partner_id, customer_id;

set session_replication_role = origin;
vacuum analyze;
