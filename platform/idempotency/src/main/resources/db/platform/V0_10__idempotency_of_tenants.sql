-- Whose answers are counted together: all of a partner's people and clients, or of a customer's. The vendor's are nobody's.
alter table idempotency_key add column tenant uuid;
alter table idempotency_key alter column tenant set default coalesce(kontor.partner_id(), kontor.customer_id());
create index idempotency_key_of_tenant on idempotency_key (tenant, created_at) where tenant is not null;

-- How many of the caller's tenant are kept; never more than it is asked up to.
create function kontor.kept_answers(most int) returns bigint
    language sql stable security definer set search_path = public, pg_temp
as $$
    select count(*) from (
        select from idempotency_key where tenant = coalesce(kontor.partner_id(), kontor.customer_id()) limit most) kept
$$;
-- Those of it that are older than api.md promises.
create function kontor.forget_answers_of_tenant() returns void
    language sql security definer set search_path = public, pg_temp
as $$
    delete from idempotency_key
    where tenant = coalesce(kontor.partner_id(), kontor.customer_id()) and created_at < clock_timestamp() - interval '24 hours'
$$;
revoke all on function kontor.kept_answers(int), kontor.forget_answers_of_tenant() from public;
grant execute on function kontor.kept_answers(int), kontor.forget_answers_of_tenant()
    to ${service}_tenant, ${service}_customer;
