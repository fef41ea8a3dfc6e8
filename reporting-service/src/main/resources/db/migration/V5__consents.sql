-- Whether a customer lets its partner act in its account, as customers-service last told it. Its figures, dashboards and
-- exports stay where they are while it does not; only reading them is refused. The service looks here as the worker,
-- since who is refused must not depend on what the refused caller sees.
create table consents (
    partner_id uuid not null,
    customer_id uuid not null unique,
    granted boolean not null,
    expires_at timestamptz,
    grant_id uuid,
    version bigint not null,
    primary key (partner_id, customer_id)
);

alter table consents enable row level security;

grant select, insert, update on consents to ${service}_worker;
create policy worker_all on consents to ${service}_worker using (true) with check (true);
