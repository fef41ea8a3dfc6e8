-- A job speaks of many customers, and a launched session, whose subject is its launcher's, knows one: it has no jobs.
alter policy own on bulk_job
    using (partner_id = (select kontor.partner_id()) and subject = (select kontor.subject())
           and (select kontor.customer_id()) is null)
    with check (partner_id = (select kontor.partner_id()) and subject = (select kontor.subject())
           and (select kontor.customer_id()) is null);
