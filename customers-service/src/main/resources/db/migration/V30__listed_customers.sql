-- What lists and searches read. A policy is a barrier that no index for LIKE gets past, since LIKE is not leakproof; this
-- view is none, and applies by itself what the policy of customer does. Whoever runs queries here writes them in this
-- service: there is nobody whose function could look at rows before the filter.
--
-- How many rows a partner has must be known to the planner, and differs a thousandfold. So queries name the partner
-- themselves, as a value; what makes sure of it here is a CASE, of which the planner expects nothing.
create view listed_customer as
    select c.partner_id, c.id, c.name, c.display_name, c.sort_name, c.search_text, c.region, c.account_type, c.managed,
           c.external_id, c.crm_sync, c.created_at, c.updated_at, c.revision,
           a.state, a.source, a.since, a.expires_at, a.requested_at,
           l.status as license_status, l.categories as license_categories, l.term_ends_at,
           d.effective_at as disconnect_at
    from customer c
    join partner_assistance a on a.customer_id = c.id
    left join license_summary l on l.customer_id = c.id
    left join disconnect_schedule d
        on d.partner_id = c.partner_id and d.customer_id = c.id and c.account_type = 'monthly'
    where case when c.partner_id = (select kontor.partner_id()) then true else false end
      and ((select kontor.sees_every()) or c.id in (select kontor.seen_customers()))
      and (not c.managed or (select kontor.in_program('msp-flex-connect')));
grant select on listed_customer to ${service}_tenant;
