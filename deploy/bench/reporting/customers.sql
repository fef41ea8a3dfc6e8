-- The same 10,000 customers as their owner knows them, with consent.
set session_replication_role = replica;

insert into customer (partner_id, id, name, display_name, sort_name, search_text, region, account_type, managed, crm_sync,
                      contact, products, created_by, created_at, updated_at, revision, version)
select :'partner'::uuid, md5('customer-' || i)::uuid, name, name, lower(name), lower(name), 'DE', 'monthly', false, 'not-linked',
       '{}', '{endpoint-advanced}', 'bench', now(), now(), 1, 1
from generate_series(1, 10000) i, lateral (select 'Bäckerei Müller ' || i as name) n;

insert into partner_assistance (partner_id, customer_id, state, source, since, grant_id, version)
select partner_id, id, 'on', 'partner-trial', created_at, id, 1 from customer where created_by = 'bench';

set session_replication_role = origin;
vacuum analyze customer, partner_assistance;
