-- Documents about statements (domain.md rules 32 to 35): what they say beside the statement's lines, which don't change either.
-- `data` is text, since jsonb reorders, and the content hash covers it.
create table invoice (
    partner_id     uuid    not null,
    id             uuid    not null,
    number         text    not null unique,
    kind           text    not null check (kind in ('invoice', 'credit-note')),
    reversed       boolean not null,
    statement_id   uuid    not null,
    cancels        uuid,
    month          date    not null,
    issuer         text    not null,
    series         text    not null,
    currency       text    not null,
    issue_date     date    not null,
    due_date       date    not null,
    net            numeric not null,
    tax            numeric not null,
    gross          numeric not null check (gross = net + tax and gross >= 0),
    set_off        numeric not null check (set_off between 0 and gross),
    line_count     int     not null,
    statement_hash text    not null,
    data           text    not null,
    content_hash   text    not null,
    primary key (partner_id, id),
    unique (partner_id, cancels),
    foreign key (partner_id, statement_id) references statement (partner_id, id),
    foreign key (partner_id, cancels) references invoice (partner_id, id)
);
-- A statement has one document, and perhaps one that takes it back.
create unique index invoice_of_statement on invoice (partner_id, statement_id) where cancels is null;
create index invoice_of_month on invoice (partner_id, month);
create trigger immutable before update or delete or truncate on invoice execute function kontor.refuse_change();
alter table invoice enable row level security;
grant select on invoice to ${service}_tenant;
create policy tenant_reads on invoice for select to ${service}_tenant
    using (partner_id = (select kontor.partner_id()) and (select kontor.sees_all()));
-- The operator's hand takes back the invoice of a statement it voids.
grant select, insert on invoice to ${service}_worker, ${service}_operator;
create policy worker on invoice to ${service}_worker using (true) with check (true);
create policy operator on invoice to ${service}_operator using (true) with check (true);

-- Counted up in the transaction that writes the document, so that no number is skipped or given twice.
create table invoice_number (
    series text not null,
    year   int  not null,
    last   int  not null,
    primary key (series, year)
);
grant select, insert, update on invoice_number to ${service}_worker, ${service}_operator;

alter table statement_void add column reason text;
