-- Whether somebody sees every customer of its partner is asked once a query and not once a row: a count takes 1/30.
alter policy tenant_reads on customers
    using (partner_id = (select kontor.partner_id())
        and ((select kontor.customer_id() is null and kontor.sees_all()) or kontor.sees(id)));
alter policy tenant_reads on license_accounts
    using (partner_id = (select kontor.partner_id())
        and ((select kontor.customer_id() is null and kontor.sees_all()) or kontor.sees(customer_id)));
alter policy tenant_reads on licenses
    using (partner_id = (select kontor.partner_id())
        and ((select kontor.customer_id() is null and kontor.sees_all()) or kontor.sees(customer_id)));

-- Revoked ones are few, and would otherwise be looked for among all that ended.
create index licenses_revoked on licenses (partner_id, ends_at, id) where revoked and not continued;

-- customers-service converts many customers in one job of a partner's; what doesn't fit them any more ends.
grant select on early_access_programs to ${service}_worker;
grant select, update on early_access_enrolments to ${service}_worker;
create policy worker_reads on early_access_enrolments for select to ${service}_worker using (true);
create policy worker_updates on early_access_enrolments for update to ${service}_worker using (true) with check (true);
