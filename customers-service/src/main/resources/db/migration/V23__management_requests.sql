-- A partner's question to manage a customer; it stays with the partner that asked.
create table management_request (
    partner_id   uuid        not null,
    id           uuid        not null,
    customer_id  uuid        not null,
    partner_name text        not null,
    message      text,
    state        text        not null
        check (state in ('REQUESTED', 'APPROVED', 'DECLINED', 'EXPIRED', 'WITHDRAWN')),
    requested_by text        not null,
    requested_at timestamptz not null,
    expires_at   timestamptz not null,
    decided_at   timestamptz,
    version      bigint      not null,
    primary key (partner_id, id)
);
create unique index management_request_by_id on management_request (id);
create unique index management_request_open on management_request (partner_id, customer_id) where state = 'REQUESTED';
create index management_request_due on management_request (expires_at, id) where state = 'REQUESTED';
create index management_request_of_customer on management_request (customer_id, id);

alter table management_request enable row level security;
grant select, insert, update (state, decided_at, version) on management_request to ${service}_tenant;
-- Whoever does not see all its partner's customers sees what it asked itself, and what became of those it sees.
create policy tenant on management_request to ${service}_tenant
    using (partner_id = (select kontor.partner_id())
           and (requested_by = (select kontor.subject()) or kontor.sees(customer_id)))
    with check (partner_id = (select kontor.partner_id()));
grant select, update (state, decided_at, version) on management_request to ${service}_customer;
create policy own on management_request to ${service}_customer
    using (customer_id = (select kontor.customer_id())) with check (customer_id = (select kontor.customer_id()));
grant select, update (state, decided_at, version) on management_request to ${service}_worker;
create policy worker on management_request to ${service}_worker using (true) with check (true);
