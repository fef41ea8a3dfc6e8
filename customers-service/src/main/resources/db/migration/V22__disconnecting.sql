-- When the customer last left a partner.
alter table customer add column disconnected_at timestamptz;

-- The latest end of a term licence that was not revoked: all that rule 7 asks of the licences.
alter table license_summary add column term_ends_at timestamptz;

-- Monthly accounts leave on the first of a month; until then it can be taken back.
create table disconnect_schedule (
    partner_id   uuid        not null,
    customer_id  uuid        not null,
    effective_at timestamptz not null,
    scheduled_by text        not null,
    scheduled_at timestamptz not null,
    primary key (partner_id, customer_id)
);
create index disconnect_schedule_due on disconnect_schedule (effective_at, customer_id);

alter table disconnect_schedule enable row level security;
grant select, insert, delete on disconnect_schedule to ${service}_tenant;
create policy tenant on disconnect_schedule to ${service}_tenant
    using (partner_id = (select kontor.partner_id()) and kontor.sees(customer_id))
    with check (partner_id = (select kontor.partner_id()) and kontor.sees(customer_id));
grant select on disconnect_schedule to ${service}_customer, ${service}_operator;
create policy own on disconnect_schedule for select to ${service}_customer
    using (customer_id = (select kontor.customer_id()));
create policy sign_ups on disconnect_schedule for select to ${service}_operator
    using (partner_id = (select kontor.vendor_id()));
-- Claiming a row takes a right to update.
grant select, insert, update, delete on disconnect_schedule to ${service}_worker;
create policy worker on disconnect_schedule to ${service}_worker using (true) with check (true);

-- A scheduled disconnect, and a bulk of them, tell of the row as jobs.
grant update (updated_at, version) on customer to ${service}_worker;

-- Moves a customer and what hangs on it from one partner to another (rule 8): consent ends, running sessions end, direct
-- assignments end; what the partner called the customer in its own systems stays behind. Launches and the access log stay
-- with the partner they happened under. Answers what others must be told.
create function kontor.move_customer(
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
    delete from crm_sync where customer_id = moved;
    delete from disconnect_schedule where customer_id = moved;

    return jsonb_build_object('consentVersion', consent_version, 'ended', ended, 'unassigned', unassigned);
end $$;
revoke all on function kontor.move_customer from public;
grant execute on function kontor.move_customer to ${service}_tenant, ${service}_customer, ${service}_worker;
