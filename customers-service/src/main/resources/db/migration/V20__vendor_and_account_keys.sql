-- A customer without a partner belongs to the vendor: a reserved id that no partner has (architecture decision 9).
create function kontor.vendor_id() returns uuid language sql immutable parallel safe
as $$ select '00000000-0000-7000-8000-000000000001'::uuid $$;

-- What a customer hands to the partner that shall manage it. Made when it is first read; whose it is, a partner learns
-- only by showing it.
create table account_key (
    partner_id  uuid        not null,
    customer_id uuid        not null,
    key         text        not null,
    since       timestamptz not null,
    primary key (partner_id, customer_id)
);
create unique index account_key_of_customer on account_key (customer_id);
create unique index account_key_by_key on account_key (key);

alter table account_key enable row level security;
grant select, insert, update (key, since) on account_key to ${service}_customer;
create policy own on account_key to ${service}_customer
    using (customer_id = (select kontor.customer_id())) with check (customer_id = (select kontor.customer_id()));
grant select, insert on account_key to ${service}_operator;
create policy sign_ups on account_key to ${service}_operator
    using (partner_id = (select kontor.vendor_id())) with check (partner_id = (select kontor.vendor_id()));

-- Whose key that is, across all partners; nobody learns more than what it shows the key of.
create function kontor.customer_of_account_key(shown text) returns table (customer_id uuid, partner_id uuid)
    language sql stable security definer set search_path = public, pg_temp
as $$
    select c.id, c.partner_id from account_key k join customer c on c.partner_id = k.partner_id and c.id = k.customer_id
    where k.key = shown
$$;
revoke all on function kontor.customer_of_account_key from public;
grant execute on function kontor.customer_of_account_key to ${service}_tenant;

-- A customer signs up by the operator: an account of the vendor, nobody else's.
grant select, insert on customer, partner_assistance to ${service}_operator;
create policy sign_ups on customer to ${service}_operator
    using (partner_id = (select kontor.vendor_id())) with check (partner_id = (select kontor.vendor_id()));
create policy sign_ups on partner_assistance to ${service}_operator
    using (partner_id = (select kontor.vendor_id())) with check (partner_id = (select kontor.vendor_id()));
grant select on license_summary to ${service}_operator;
create policy sign_ups on license_summary for select to ${service}_operator
    using (partner_id = (select kontor.vendor_id()));
