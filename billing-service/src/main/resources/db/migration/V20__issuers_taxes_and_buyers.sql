-- Who issues invoices, at which tax rates, and to whom they are made out (domain.md rules 32 and 33). Every version stays, with
-- who made it: where money is paid to is a thing to be asked about later.
create table issuer (
    id         text        not null,
    version    int         not null,
    data       jsonb       not null,
    created_at timestamptz not null,
    created_by text        not null,
    primary key (id, version)
);
create trigger immutable before update or delete or truncate on issuer execute function kontor.refuse_change();
grant select, insert on issuer to ${service}_operator;
grant select on issuer to ${service}_worker;

create table tax_rates (
    version    int         not null primary key,
    rates      jsonb       not null,
    created_at timestamptz not null,
    created_by text        not null
);
create trigger immutable before update or delete or truncate on tax_rates execute function kontor.refuse_change();
grant select, insert on tax_rates to ${service}_operator;
grant select on tax_rates to ${service}_worker;

create table partner_invoicing (
    partner_id uuid        not null,
    version    int         not null,
    data       jsonb       not null,
    created_at timestamptz not null,
    created_by text        not null,
    primary key (partner_id, version)
);
create trigger immutable before update or delete or truncate on partner_invoicing execute function kontor.refuse_change();
alter table partner_invoicing enable row level security;
grant select, insert on partner_invoicing to ${service}_tenant, ${service}_operator;
create policy tenant on partner_invoicing to ${service}_tenant
    using (partner_id = (select kontor.partner_id())) with check (partner_id = (select kontor.partner_id()));
create policy operator on partner_invoicing to ${service}_operator using (true) with check (true);
grant select on partner_invoicing to ${service}_worker;
create policy worker_reads on partner_invoicing for select to ${service}_worker using (true);

insert into tax_rates (version, rates, created_at, created_by)
values (1, '[{"country": "DE", "category": "S", "rate": "19", "from": "2007-01-01"}]', timestamptz '2020-01-01 00:00:00Z', 'kontor');

-- Where the suite only tries things out, somebody issues. In production nobody does until the operator says who.
insert into issuer (id, version, data, created_at, created_by)
select 'default', 1,
       '{"legalName": "Nordlicht Security GmbH",
         "address": {"lines": ["Beispielstraße 1"], "city": "Berlin", "countryCode": "DE", "postalCode": "10115"},
         "countryCode": "DE", "vatId": "DE136695976", "taxNumber": "29/815/08151",
         "contact": {"name": "Buchhaltung", "phone": "+49 30 5550100", "email": "buchhaltung@nordlicht.example"},
         "electronicAddress": "rechnung@nordlicht.example",
         "iban": "DE89370400440532013000", "bic": "COBADEFFXXX", "paymentTermsDays": 14, "series": "RE"}',
       timestamptz '2020-01-01 00:00:00Z', 'kontor'
where '${issuer}' = 'example';
