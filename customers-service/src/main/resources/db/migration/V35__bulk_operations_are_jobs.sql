-- Bulk operations move into the one machine (ADR 015), the finished ones too. Those that were asked for before have no permissions
-- written down: the one they needed was checked then.
insert into job (id, kind, partner_id, subject, asker, parameters, state, cancelling, created_at, finished_at)
select id, 'customers-bulk', partner_id, subject,
       jsonb_build_object('subject', subject, 'seesAll', sees_all, 'programs', to_jsonb(programs), 'permissions',
           jsonb_build_array(case operation when 'disconnect' then 'customers:disconnect'
                                            when 'add-to-group' then 'groups:manage' else 'licenses:manage' end)),
       jsonb_build_object('operation', operation, 'parameters', parameters),
       case state when 'cancelled' then 'failed' else state end, cancelling, created_at,
       case when state in ('succeeded', 'cancelled') then clock_timestamp() end
from bulk_job;
insert into job_item (job_id, partner_id, item, position, state, attempts, outcome)
select job_id, partner_id, customer_id, position, coalesce(outcome, 'pending'), attempts, result from bulk_item;
drop table bulk_item, bulk_job;
