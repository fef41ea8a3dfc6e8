-- Names on their way to a CRM wait in the one machine (ADR 015), one job a partner; without a CRM it rests.
insert into job (id, kind, partner_id, key, parameters, state, rests_until)
select gen_random_uuid(), 'crm-names', s.partner_id, 'names', '{}', 'running',
       case when exists (select from crm_connection c where c.partner_id = s.partner_id) then '-infinity'
            else 'infinity' end::timestamptz
from (select distinct partner_id from crm_sync) s;
insert into job_item (job_id, partner_id, item, due_at)
select j.id, s.partner_id, s.customer_id, s.due_at
from crm_sync s join job j on j.kind = 'crm-names' and j.partner_id = s.partner_id;

create or replace function kontor.move_customer(
    moved uuid, source uuid, target uuid, known_version bigint, account text, effective_at timestamptz, new_grant uuid,
    assignee text)
    returns jsonb
    language plpgsql security definer set search_path = public, pg_temp
as $$
declare
    consent_version bigint;
    ended           jsonb;
    unassigned      jsonb;
begin
    if not (case current_setting('role')
                when '${service}_worker' then true
                when '${service}_tenant'
                    then source = kontor.partner_id() and target = kontor.vendor_id() and kontor.sees(moved)
                when '${service}_customer' then moved = kontor.customer_id() and source = kontor.vendor_id()
                else false
            end) then
        raise exception 'not this caller''s to move' using errcode = 'insufficient_privilege';
    end if;

    update customer
    set partner_id = target, account_type = account, external_id = null, crm_account_id = null, crm_sync = 'not-linked',
        disconnected_at = case when target = kontor.vendor_id() then effective_at else disconnected_at end,
        updated_at = effective_at, revision = revision + 1, version = version + 1
    where partner_id = source and id = moved and version = known_version;
    if not found then
        raise exception 'the customer changed meanwhile' using errcode = 'serialization_failure';
    end if;

    update partner_assistance
    set partner_id = target, state = 'off', source = null, since = effective_at, expires_at = null, requested_at = null,
        grant_id = new_grant, version = version + 1
    where customer_id = moved
    returning version into consent_version;

    -- After the consent, so that a launch that held it has committed, and its session is found.
    with over as (
        update launch set ended_at = clock_timestamp(), version = version + 1
        where customer_id = moved and started_at is not null and ended_at is null and expires_at > clock_timestamp()
        returning id)
    select coalesce(jsonb_agg(id), '[]') into ended from over;

    with gone as (delete from assignment where partner_id = source and customer_id = moved returning subject)
    select coalesce(jsonb_agg(subject order by subject), '[]') into unassigned from gone;
    if assignee is not null then
        insert into assignment (partner_id, subject, customer_id) values (target, assignee, moved) on conflict do nothing;
    end if;

    update logo set partner_id = target where partner_id = source and owner_id = moved;
    update license_summary set partner_id = target where customer_id = moved;
    update account_key set partner_id = target where customer_id = moved;
    delete from job_item i using job j where j.id = i.job_id and j.kind = 'crm-names' and i.item = moved;
    delete from disconnect_schedule where customer_id = moved;

    return jsonb_build_object('consentVersion', consent_version, 'ended', ended, 'unassigned', unassigned);
end $$;

drop table crm_sync;
alter table crm_connection drop column paused_until;
grant select, update (failure, failures) on crm_connection to ${service}_worker;
