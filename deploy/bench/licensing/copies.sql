-- The same customers as customers-service keeps them, with what licensing-service has told of their licences so far.
set session_replication_role = replica;

insert into customer (partner_id, id, name, display_name, sort_name, search_text, region, account_type, managed, crm_sync,
                      contact, products, created_by, created_at, updated_at, revision, version)
select :'partner', md5('customer-' || i)::uuid, 'Systemhaus ' || i, 'Systemhaus ' || i, 'systemhaus ' || i, 'systemhaus ' || i,
       'DE', 'term', false, 'not-linked', '{}', '{endpoint-advanced}', 'bench', now() - i * interval '1 second',
       now() - i * interval '1 second', 1, 1
from generate_series(1, 100000) as i;

insert into partner_assistance (partner_id, customer_id, state, source, since, grant_id, version)
select partner_id, id, 'on', 'partner-trial', created_at, id, 1 from customer where created_by = 'bench';

insert into license_summary (partner_id, customer_id, status, categories, version)
select partner_id, id, 'active', '[{"category": "endpoint", "status": "active", "types": ["term"]}]', 1
from customer where created_by = 'bench';

set session_replication_role = origin;
vacuum analyze customer, partner_assistance, license_summary;
