-- Managed customers show only to partners in the program (domain.md rule 1): here, so that no path to one forgets it. Whatever
-- else there is of a customer is looked for only once its row was seen.
--
-- Those known before are managed where they have ordered licences, which nobody else has, and nothing ends. Of which no licences
-- were told yet, it is not known: null hides them like managed ones, until the next event or whoever asks for one tells.
alter table customers add column managed boolean;
update customers c
set managed = exists (select from jsonb_array_elements(l.licenses::jsonb) item where item ->> 'type' = 'ordered')
from license_lists l
where l.customer_id = c.id;

alter policy tenant_reads on customers
    using (partner_id = (select kontor.partner_id()) and kontor.sees(id)
           and (managed is false or (select kontor.in_program('msp-flex-connect'))));
