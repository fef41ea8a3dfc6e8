-- The statements of one request, as the service sends them.
begin;
select set_config('role', 'customers_tenant', true), set_config('kontor.partner_id', :partner, true),
       set_config('kontor.customer_id', '', true), set_config('kontor.subject', 'bench', true), set_config('kontor.all', 't', true),
       set_config('kontor.role', 'tenant', true), set_config('kontor.programs', 'msp-flex', true);
select set_config('plan_cache_mode', 'force_custom_plan', true), set_config('max_parallel_workers', '0', true);
select c.id, c.name, c.display_name, c.region, c.account_type, c.managed, c.external_id, c.crm_sync,
       c.created_at, c.updated_at, c.revision, c.sort_name,
       c.state, c.source, c.since, c.expires_at, c.requested_at is not null as requested,
       c.license_status, cast(c.license_categories as text) as license_categories, c.term_ends_at, c.disconnect_at,
       (select cast(jsonb_agg(jsonb_build_object('id', g.id, 'name', g.name) order by g.name_key) as text)
        from group_customer m join customer_group g on g.partner_id = m.partner_id and g.id = m.group_id
        where m.partner_id = c.partner_id and m.customer_id = c.id) as groups
from listed_customer c
where c.partner_id = :partner and c.search_text like '%789%'
order by c.sort_name, c.id limit 51;
commit;
