-- A partner may see that it has a consent, in the same transaction in which it sees the customer. Why it has none the service
-- still asks as the worker.
grant select on consents to ${service}_tenant;
create policy tenant_reads on consents for select to ${service}_tenant
    using (partner_id = (select kontor.partner_id()) and kontor.sees(customer_id));
