-- Answers to POSTs with an Idempotency-Key, written in the transaction of the work they answer.
create table idempotency_key (
    caller      text        not null default kontor.caller(),
    method      text        not null,
    path        text        not null,
    key         text        not null,
    fingerprint text        not null,
    answer      text,
    created_at  timestamptz not null default clock_timestamp(),
    primary key (caller, method, path, key)
);
create index idempotency_key_age on idempotency_key (created_at);

alter table idempotency_key enable row level security;
grant select, insert on idempotency_key to ${service}_tenant, ${service}_customer, ${service}_operator, ${service}_reporter, ${service}_worker;
create policy own on idempotency_key
    to ${service}_tenant, ${service}_customer, ${service}_operator, ${service}_reporter, ${service}_worker
    using (caller = (select kontor.caller()))
    with check (caller = (select kontor.caller()));

-- The only way rows leave; real time, as api.md's promise is to real callers.
create function kontor.forget_idempotency_keys() returns void
    language sql security definer set search_path = public, pg_temp
as $$ delete from idempotency_key where created_at < clock_timestamp() - interval '48 hours' $$;
revoke all on function kontor.forget_idempotency_keys() from public;
grant execute on function kontor.forget_idempotency_keys() to ${service}_app;
