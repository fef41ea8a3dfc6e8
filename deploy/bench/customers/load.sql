-- 1,000,000 customers: 100,000 of :partner, 900,000 over 900 others; each with its consent and its licence summary.
set session_replication_role = replica;

create temporary table word as
select * from unnest(array['Müller', 'Schmidt', 'Weiß', 'Łukasz', 'Hansen', 'Becker', 'Çelik', 'Novák', 'Petit', 'Öztürk', 'König', 'Fülöp'],
                     array['muller', 'schmidt', 'weiss', 'lukasz', 'hansen', 'becker', 'celik', 'novak', 'petit', 'ozturk', 'konig', 'fulop'])
    with ordinality as w (shown, sorted, n);

insert into customer (partner_id, id, name, display_name, sort_name, search_text, region, account_type, managed, crm_sync,
                      contact, products, created_by, created_at, updated_at, revision, version)
select case when i <= 100000 then :'partner'::uuid else md5('partner-' || i % 900)::uuid end,
       md5('customer-' || i)::uuid,
       shown || ' Systemhaus ' || i, shown || ' Systemhaus ' || i, sorted || ' systemhaus ' || i, sorted || ' systemhaus ' || i,
       'DE', (array['trial', 'term', 'monthly'])[1 + i % 3], false, 'not-linked',
       '{}', '{endpoint-advanced}', 'bench', now() - i * interval '1 second', now() - i * interval '1 second', 1, 1
from generate_series(1, 1000000) as i join word w on w.n = 1 + i % 12;

insert into partner_assistance (partner_id, customer_id, state, source, since, grant_id, version)
select partner_id, id, case when revision % 2 = 0 then 'off' else 'on' end, 'partner-trial', created_at, id, 1 from customer
where created_by = 'bench';

insert into license_summary (partner_id, customer_id, status, categories, version)
select partner_id, id, (array['active', 'expiring', 'trial', 'expired', 'active'])[1 + ('x' || substr(id::text, 1, 4))::bit(16)::int % 5],
       '[{"category": "endpoint", "status": "active", "types": ["monthly"]}, {"category": "server", "status": "active", "types": ["monthly"]}]', 1
from customer where created_by = 'bench';

set session_replication_role = origin;
vacuum analyze customer, partner_assistance, license_summary;
