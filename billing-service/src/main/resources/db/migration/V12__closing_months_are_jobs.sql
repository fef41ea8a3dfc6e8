-- Months close in the one machine (ADR 015); the job of each month stays, with what became of each partner.
insert into job (id, kind, key, parameters, state, created_at, finished_at)
select id, 'billing-period-close', to_char(month, 'YYYY-MM'),
       jsonb_build_object('effectiveAt', to_char(effective_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
           'requestedBy', requested_by),
       state, requested_at, case when state in ('succeeded', 'failed') then coalesce(finished_at, clock_timestamp()) end
from closing;
insert into job_item (job_id, partner_id, item, mark, state, fence, attempts, due_at, outcome)
select c.id, i.partner_id, i.partner_id, case when i.released then 'released' end, i.state, i.fence, i.attempts, i.lease_until,
       case when i.state = 'held' then jsonb_build_object('details', jsonb_build_object('reason', i.reason)) end
from closing_item i join closing c on c.month = i.month;
drop table closing_item, closing;

-- A partner reads which of its months are closed, and by which job.
create policy closings on job for select to ${service}_tenant using (kind = 'billing-period-close');
