-- Every version stays: a closed month is rated again with its own. The entries are kept as text, since jsonb reorders.
create table price_book (
    id             text        not null,
    version        int         not null,
    scope          text        not null check (scope in ('default', 'region', 'partner')),
    region         text,
    partner_id     uuid,
    effective_from date        not null,
    currency       text        not null,
    proration      text        not null,
    entries        text        not null,
    created_at     timestamptz not null,
    created_by     text        not null,
    primary key (id, version),
    check ((scope = 'region') = (region is not null)),
    check ((scope = 'partner') = (partner_id is not null))
);
alter table price_book enable row level security;
grant select on price_book to ${service}_tenant;
create policy tenant_reads on price_book for select to ${service}_tenant
    using (scope = 'default'
        or scope = 'region' and region = (select p.region from partner p where p.id = (select kontor.partner_id()))
        or partner_id = (select kontor.partner_id()));
grant select, insert on price_book to ${service}_operator, ${service}_worker;
create policy operator on price_book to ${service}_operator using (true) with check (true);
create policy worker on price_book to ${service}_worker using (true) with check (true);

insert into price_book (id, version, scope, effective_from, currency, proration, entries, created_at, created_by)
select 'default', 1, 'default', date '2020-01-01', 'EUR', 'full-month',
       json_agg(json_build_object(
           'product', product, 'model', 'volume', 'countMethod', 'peak',
           'bands', json_build_array(
               json_build_object('upTo', 99, 'unitPrice', to_99::text),
               json_build_object('upTo', 499, 'unitPrice', to_499::text),
               json_build_object('upTo', null, 'unitPrice', above::text))) order by product)::text,
       timestamptz '2020-01-01 00:00:00Z', 'kontor'
from (values
    ('endpoint-essentials', 2.10, 1.90, 1.70),
    ('endpoint-advanced', 3.20, 2.90, 2.60),
    ('endpoint-complete', 5.40, 4.90, 4.40),
    ('server-essentials', 4.80, 4.40, 4.00),
    ('server-advanced', 7.60, 6.90, 6.20),
    ('server-complete', 11.20, 10.20, 9.20),
    ('uem-standard', 1.80, 1.60, 1.40),
    ('uem-advanced', 2.90, 2.60, 2.30)) as list (product, to_99, to_499, above);
