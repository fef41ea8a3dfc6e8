-- How an account is billed is decided here; customers-service is told. billing_version counts these decisions, so that
-- an earlier one that arrives late changes nothing there.
alter table license_accounts
    add column account_type text check (account_type in ('TRIAL', 'TERM', 'MONTHLY', 'MANAGED_ORDER')),
    add column billing_version bigint not null default 0;
update license_accounts a set account_type = c.account_type
    from customers c where c.partner_id = a.partner_id and c.id = a.customer_id;
alter table license_accounts alter column account_type set not null;

-- Keys are the vendor's until one is used: no tenant table, and no tenant reads it. Only the hash of a key is kept.
create table license_keys (
    hash bytea primary key check (length(hash) = 32),
    product text not null references products,
    quantity integer not null check (quantity between 1 and 1000000),
    months integer not null check (months between 1 and 120),
    issued_at timestamptz not null,
    issued_by text not null,
    used_at timestamptz,
    used_partner_id uuid,
    used_customer_id uuid,
    check ((used_at is null) = (used_partner_id is null) and (used_at is null) = (used_customer_id is null))
);

alter table license_keys enable row level security;
grant insert on license_keys to ${service}_operator;
create policy operator_issues on license_keys for insert to ${service}_operator with check (used_at is null);

-- What a key is good for, for whoever holds it.
create function kontor.find_license_key(wanted bytea)
    returns table (product text, quantity integer, months integer, used boolean)
    language sql stable security definer set search_path = public, pg_temp
as $$
    select k.product, k.quantity, k.months, k.used_at is not null from license_keys k where k.hash = wanted
$$;

-- Uses a key once, whoever holds it and however many try at a time: the second waits for the first, then finds it used.
-- Only for a customer the caller's partner has and the caller sees.
create function kontor.use_license_key(wanted bytea, customer uuid, at_time timestamptz) returns boolean
    language sql security definer set search_path = public, pg_temp
as $$
    with used as (
        update license_keys k set used_at = at_time, used_partner_id = c.partner_id, used_customer_id = c.id
            from customers c
            where k.hash = wanted and k.used_at is null
              and c.id = customer and c.partner_id = kontor.partner_id() and kontor.sees(c.id)
            returning 1)
    select exists (select from used)
$$;
revoke all on function kontor.find_license_key(bytea), kontor.use_license_key(bytea, uuid, timestamptz) from public;
grant execute on function kontor.find_license_key(bytea), kontor.use_license_key(bytea, uuid, timestamptz)
    to ${service}_tenant;

-- Lists of one category or product, and one customer's, by their index too.
create index licenses_by_category on licenses (partner_id, category, ends_at, id) where not continued;
create index licenses_by_product on licenses (partner_id, product, ends_at, id) where not continued;
create index licenses_by_type on licenses (partner_id, type, ends_at, id) where not continued;
