-- Images that neither a customer, a partner nor a frozen export shows are removed after an hour.
alter table logos add column kept_at timestamptz not null default clock_timestamp();

create index customers_by_logo on customers (logo_hash) where logo_hash is not null;
create index partners_by_logo on partners (logo_hash) where logo_hash is not null;
create index exports_by_customer_logo on exports ((snapshot::jsonb #>> '{customer,logoHash}'));
create index exports_by_partner_logo on exports ((snapshot::jsonb #>> '{partner,logoHash}'));

grant delete on logos to ${service}_worker;
