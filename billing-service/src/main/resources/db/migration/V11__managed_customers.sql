-- Customers of managed orders show only in msp-flex-connect (domain.md rules 1 and 19), in the list of customers and here. One
-- that was billed by the month before it came to an order stays: it is on the partner's statements, which are of all customers.
create index customer_relation_managed on customer_relation (partner_id, customer_id)
    where account_type = 'managed-order' and until is null;
create function kontor.hidden_customers() returns setof uuid
    language sql stable parallel safe security definer set search_path = public, pg_temp
as $$
    select r.customer_id from customer_relation r
    where not coalesce(kontor.in_program('msp-flex-connect'), false)
      and r.partner_id = kontor.partner_id() and r.account_type = 'managed-order' and r.until is null
      and not exists (select from license l
                      where l.partner_id = r.partner_id and l.customer_id = r.customer_id and l.type = 'monthly')
$$;
revoke all on function kontor.hidden_customers() from public;
grant execute on function kontor.hidden_customers() to ${service}_tenant;

-- Restrictive: besides what the caller sees otherwise. What no list shows and no question finds needs no check of each row.
create policy tenant_sees_managed on customer_relation as restrictive for select to ${service}_tenant
    using (customer_id not in (select h.hidden from kontor.hidden_customers() as h (hidden)));
create policy tenant_sees_managed on usage_series as restrictive for select to ${service}_tenant
    using (customer_id not in (select h.hidden from kontor.hidden_customers() as h (hidden)));
create policy tenant_sees_managed on usage_record as restrictive for select to ${service}_tenant
    using (customer_id not in (select h.hidden from kontor.hidden_customers() as h (hidden)));
create policy tenant_sees_managed on device_observation as restrictive for select to ${service}_tenant
    using (customer_id not in (select h.hidden from kontor.hidden_customers() as h (hidden)));
