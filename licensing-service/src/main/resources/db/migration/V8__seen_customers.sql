-- Whoever does not see every customer is asked once for those it sees, and not for each row; groups count there too.
alter policy tenant_reads on customers
    using (partner_id = (select kontor.partner_id())
        and ((select kontor.sees_every()) or id in (select kontor.seen_customers())));
alter policy tenant_reads on license_accounts
    using (partner_id = (select kontor.partner_id())
        and ((select kontor.sees_every()) or customer_id in (select kontor.seen_customers())));
alter policy tenant_reads on licenses
    using (partner_id = (select kontor.partner_id())
        and ((select kontor.sees_every()) or customer_id in (select kontor.seen_customers())));
alter policy tenant_reads on managed_orders
    using (partner_id = (select kontor.partner_id())
        and ((select kontor.sees_every()) or customer_id in (select kontor.seen_customers())));
alter policy tenant_reads on early_access_enrolments
    using (partner_id = (select kontor.partner_id())
        and ((select kontor.sees_every()) or customer_id in (select kontor.seen_customers())));
