-- Managed rows show only to partners in the program (domain.md rule 1): here, so that no path to one forgets it.
-- And whoever sees every customer is asked for once, not for each row.
alter policy tenant_reads on customer
    using (partner_id = (select kontor.partner_id()) and ((select kontor.sees_every()) or kontor.sees(id))
           and (not managed or (select kontor.in_program('msp-flex-connect'))));
alter policy tenant_changes on customer
    using (partner_id = (select kontor.partner_id()) and ((select kontor.sees_every()) or kontor.sees(id))
           and (not managed or (select kontor.in_program('msp-flex-connect'))));
alter policy tenant_reads on partner_assistance
    using (partner_id = (select kontor.partner_id()) and ((select kontor.sees_every()) or kontor.sees(customer_id)));
alter policy tenant_reads on license_summary
    using (partner_id = (select kontor.partner_id()) and ((select kontor.sees_every()) or kontor.sees(customer_id)));

-- Whether a customer of the caller's partner is there, but not to be seen outside the program.
create function kontor.hides_managed(hidden uuid) returns boolean
    language sql stable security definer set search_path = public, pg_temp
as $$
    select exists (select from customer c where c.partner_id = kontor.partner_id() and c.id = hidden and c.managed)
       and not coalesce(kontor.in_program('msp-flex-connect'), false)
$$;
revoke all on function kontor.hides_managed from public;
grant execute on function kontor.hides_managed to ${service}_tenant, ${service}_customer;

-- Three letters and more, within one partner.
create index customer_search on customer using gin (partner_id, search_text gin_trgm_ops);

-- One filter, in the order of names.
create index customer_by_account_type on customer (partner_id, account_type, sort_name, id);
create index license_summary_by_status on license_summary (partner_id, status, customer_id);
create index partner_assistance_by_state on partner_assistance (partner_id, state, customer_id);
