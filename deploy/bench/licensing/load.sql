-- 100,000 customers of :partner with five licences each. At :midnight every fourth customer's only licence that protects
-- has 30 days left, no more, so that it turns from active to expiring; nobody else's status changes that night.
set session_replication_role = replica;

create temporary table bench as
select i, md5('customer-' || i)::uuid as customer_id, :'midnight'::timestamptz as midnight from generate_series(1, 100000) as i;

insert into customers (partner_id, id, account_type, version)
select :'partner', customer_id, 'TERM', 1 from bench;

insert into license_accounts (partner_id, customer_id, version, next_change_at, account_type, billing_version)
select :'partner', customer_id, 1, midnight + case when i % 4 = 0 then interval '0' else interval '5 days' end, 'TERM', 0 from bench;

-- What ends when, counted from midnight: the night's customers keep one licence, the others three of five.
insert into licenses (partner_id, id, customer_id, product, category, type, quantity, start_at, end_at, version)
select :'partner', md5(product || i)::uuid, customer_id, product, category, 'TERM', 10 + i % 90, midnight - interval '1 year',
       midnight + case
           when i % 4 = 0 and n = 1 then interval '30 days'
           when i % 4 = 0 then - interval '100 days' - (i % 50) * interval '1 day'
           when n <= 2 then interval '40 days' + (i % 300) * interval '1 day'
           when n = 3 then interval '8 days' + (i % 20) * interval '1 day'
           when n = 4 then - interval '10 days' - (i % 40) * interval '1 day'
           else - interval '100 days' - (i % 50) * interval '1 day'
       end, 0
from bench cross join unnest(array['endpoint-advanced', 'server-advanced', 'email-advanced', 'firewall-standard', 'xdr-complete'],
                             array['ENDPOINT', 'SERVER', 'EMAIL', 'FIREWALL', 'XDR'])
    with ordinality as p (product, category, n);

set session_replication_role = origin;
vacuum analyze customers, license_accounts, licenses;
