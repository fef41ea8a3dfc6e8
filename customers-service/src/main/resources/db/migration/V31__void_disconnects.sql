-- A conversion voids what was scheduled for the monthly account, for good: its row goes with it, so that nothing comes
-- back to life with the next one. These were only hidden.
delete from disconnect_schedule d using customer c
where c.partner_id = d.partner_id and c.id = d.customer_id and c.account_type <> 'monthly';

create or replace view listed_customer as
    select c.partner_id, c.id, c.name, c.display_name, c.sort_name, c.search_text, c.region, c.account_type, c.managed,
           c.external_id, c.crm_sync, c.created_at, c.updated_at, c.revision,
           a.state, a.source, a.since, a.expires_at, a.requested_at,
           l.status as license_status, l.categories as license_categories, l.term_ends_at,
           d.effective_at as disconnect_at
    from customer c
    join partner_assistance a on a.customer_id = c.id
    left join license_summary l on l.customer_id = c.id
    left join disconnect_schedule d on d.partner_id = c.partner_id and d.customer_id = c.id
    where case when c.partner_id = (select kontor.partner_id()) then true else false end
      and ((select kontor.sees_every()) or c.id in (select kontor.seen_customers()))
      and (not c.managed or (select kontor.in_program('msp-flex-connect')));
