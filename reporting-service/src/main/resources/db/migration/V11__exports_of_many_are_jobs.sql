-- Exports of many customers move into the one machine (ADR 015), the finished ones too.
insert into job (id, kind, partner_id, subject, asker, parameters, state, created_at, finished_at)
select id, 'dashboard-export', partner_id, requested_by,
       jsonb_build_object('subject', requested_by, 'role', role, 'actor', actor, 'traceId', trace_id, 'seesAll', sees_all,
           'programs', to_jsonb(programs), 'permissions', jsonb_build_array('reports:export')),
       jsonb_build_object('dashboard', dashboard_id, 'format', lower(format), 'locale', locale),
       state, requested_at, finished_at
from export_jobs;
insert into job_item (job_id, partner_id, item, mark, state, fence, attempts, due_at, outcome)
select job_id, partner_id, customer_id, case when seen then null else 'unseen' end, state, fence, attempts, lease_until,
       case state when 'done' then jsonb_build_object('details', jsonb_build_object('exportId', export_id))
                  when 'refused' then jsonb_build_object('refusal', jsonb_build_object('code', reason, 'members', '{}'::jsonb,
                      'status', case reason when 'not-found' then 404 when 'partner-assistance-off' then 403 else 500 end))
       end
from export_job_items;
drop table export_job_items, export_jobs;
