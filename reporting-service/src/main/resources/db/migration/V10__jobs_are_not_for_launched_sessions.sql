-- A job speaks of many customers, and a launched session, whose subject is its launcher's, knows one: it has no jobs.
alter policy tenant_own on export_jobs
    using (partner_id = (select kontor.partner_id()) and requested_by = (select kontor.subject())
        and (select kontor.customer_id()) is null)
    with check (partner_id = (select kontor.partner_id()) and requested_by = (select kontor.subject())
        and (select kontor.customer_id()) is null);
