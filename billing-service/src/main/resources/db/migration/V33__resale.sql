-- Quantities that are no decimals, exact (domain.md rule 21): `billable` is what is shown. Null for decimals, and on lines
-- from before.
alter table statement_line
    add column billable_numerator numeric,
    add column billable_denominator bigint check (billable_denominator > 1),
    add check ((billable_numerator is null) = (billable_denominator is null));

-- What partners sell for is nobody's business but theirs (domain.md rule 36): no role but the tenant's reads it.
create table resale_price_book (
    partner_id     uuid        not null,
    id             text        not null,
    version        int         not null,
    effective_from date        not null,
    currency       text        not null,
    data           jsonb       not null,
    created_at     timestamptz not null,
    created_by     text        not null,
    primary key (partner_id, id, version)
);
create trigger immutable before update or delete or truncate on resale_price_book
    execute function kontor.refuse_change();
alter table resale_price_book enable row level security;
grant select, insert on resale_price_book to ${service}_tenant;
create policy tenant on resale_price_book to ${service}_tenant
    using (partner_id = (select kontor.partner_id())) with check (partner_id = (select kontor.partner_id()));
