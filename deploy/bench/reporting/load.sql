-- 10,000 customers of :partner as reporting-service knows them, each with figures behind every widget of the central overview.
set session_replication_role = replica;

insert into customers (partner_id, id, name, managed, version)
select :'partner'::uuid, md5('customer-' || i)::uuid, 'Bäckerei Müller ' || i, false, 1 from generate_series(1, 10000) i;

insert into consents (partner_id, customer_id, granted, version)
select partner_id, id, true, 0 from customers where partner_id = :'partner';

insert into license_lists (partner_id, customer_id, status, licenses, version)
select partner_id, id, 'active',
       '[{"product": "endpoint-advanced", "type": "monthly", "status": "active", "unlimited": true},
         {"product": "server-advanced", "type": "term", "status": "expiring", "quantity": 12, "unlimited": false, "endAt": "2026-12-20T00:00:00Z"}]', 1
from customers where partner_id = :'partner';

insert into security_data (partner_id, customer_id, source, as_of, figures)
select partner_id, id, source, now(), figures::text
from customers c,
     lateral (select ('x' || substr(c.id::text, 1, 4))::bit(16)::int % 400 + 20 as devices) n,
     lateral (values
         ('endpoint.protected', jsonb_build_object('value', devices - 3, 'of', devices)),
         ('server.protected', jsonb_build_object('value', devices / 10, 'of', devices / 10)),
         ('endpoint.health', jsonb_build_object('parts', jsonb_build_array(
             jsonb_build_object('label', 'healthy', 'value', devices - 12, 'state', 'good'),
             jsonb_build_object('label', 'at-risk', 'value', 9, 'state', 'warning'),
             jsonb_build_object('label', 'unhealthy', 'value', 3, 'state', 'bad')))),
         ('server.health', jsonb_build_object('parts', jsonb_build_array(
             jsonb_build_object('label', 'healthy', 'value', devices / 10, 'state', 'good')))),
         ('endpoint.threats', jsonb_build_object('points', (
             select jsonb_agg(jsonb_build_object('at', date '2026-11-01' + d, 'value', (devices * (d + 3)) % 37))
             from generate_series(0, 29) d))),
         ('email.messages', jsonb_build_object('parts', jsonb_build_array(
             jsonb_build_object('label', 'delivered', 'value', devices * 412),
             jsonb_build_object('label', 'spam', 'value', devices * 96),
             jsonb_build_object('label', 'phishing', 'value', devices * 3)))),
         ('endpoint.devices', jsonb_build_object('table', jsonb_build_object(
             'columns', '[{"label": "device", "kind": "text"}, {"label": "status", "kind": "code"},
                          {"label": "last-seen", "kind": "date"}, {"label": "threats", "kind": "number"}]'::jsonb,
             'rows', (select jsonb_agg(jsonb_build_array('LAPTOP-' || d, 'at-risk', '2026-11-26', (d % 5)::text))
                      from generate_series(100, 119) d)))),
         ('account.health', jsonb_build_object('checks', jsonb_build_array(
             jsonb_build_object('label', 'Multi-factor sign-in', 'state', 'good'),
             jsonb_build_object('label', 'Policies', 'state', 'warning', 'detail', 'One exclusion is wide'))))
     ) posted (source, figures)
where partner_id = :'partner';

set session_replication_role = origin;
vacuum analyze customers, consents, license_lists, security_data;
