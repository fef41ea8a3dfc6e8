create table statement (
    partner_id         uuid        not null,
    id                 uuid        not null,
    number             text        not null unique,
    month              date        not null,
    version            int         not null,
    currency           text        not null,
    total              numeric     not null,
    line_count         int         not null,
    content_hash       text        not null,
    price_book_id      text        not null,
    price_book_version int         not null,
    issued_at          timestamptz not null,
    primary key (partner_id, id),
    unique (partner_id, month, version),
    foreign key (price_book_id, price_book_version) references price_book (id, version)
);

create table statement_line (
    partner_id     uuid    not null,
    statement_id   uuid    not null,
    line           int     not null,
    customer_id    uuid    not null,
    customer_name  text    not null,
    product        text    not null,
    ordered        numeric,
    actual         numeric not null,
    billable       numeric not null,
    count_method   text    not null,
    as_of          date    not null,
    band           text    not null,
    unit_price     numeric not null,
    amount         numeric not null,
    corrects_month date,
    primary key (partner_id, statement_id, line),
    foreign key (partner_id, statement_id) references statement (partner_id, id)
);

-- How many usage records of which month a statement has seen: a count that differs later means late usage.
create table statement_input (
    partner_id   uuid   not null,
    statement_id uuid   not null,
    month        date   not null,
    records      bigint not null,
    primary key (partner_id, statement_id, month),
    foreign key (partner_id, statement_id) references statement (partner_id, id)
);

alter table statement enable row level security;
alter table statement_line enable row level security;
alter table statement_input enable row level security;
grant select on statement, statement_line, statement_input to ${service}_tenant;
create policy tenant_reads on statement for select to ${service}_tenant
    using (partner_id = (select kontor.partner_id()) and kontor.sees_all());
create policy tenant_reads on statement_line for select to ${service}_tenant
    using (partner_id = (select kontor.partner_id()) and kontor.sees_all());
create policy tenant_reads on statement_input for select to ${service}_tenant
    using (partner_id = (select kontor.partner_id()) and kontor.sees_all());
grant select, insert on statement, statement_line, statement_input to ${service}_worker;
create policy worker on statement to ${service}_worker using (true) with check (true);
create policy worker on statement_line to ${service}_worker using (true) with check (true);
create policy worker on statement_input to ${service}_worker using (true) with check (true);

-- Counted up in the transaction that issues, so that no number is skipped or given twice.
create table statement_number (
    issuer text not null,
    year   int  not null,
    last   int  not null,
    primary key (issuer, year)
);
grant select, insert, update on statement_number to ${service}_worker;

-- Nobody, not even the owner of the tables, changes what was issued, reported or priced.
create function kontor.refuse_change() returns trigger language plpgsql
as $$ begin raise exception '% is immutable', tg_table_name using errcode = 'integrity_constraint_violation'; end $$;
create trigger immutable before update or delete or truncate on statement execute function kontor.refuse_change();
create trigger immutable before update or delete or truncate on statement_line execute function kontor.refuse_change();
create trigger immutable before update or delete or truncate on statement_input execute function kontor.refuse_change();
create trigger immutable before update or delete or truncate on usage_record execute function kontor.refuse_change();
create trigger immutable before update or delete or truncate on price_book execute function kontor.refuse_change();
