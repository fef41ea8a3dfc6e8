-- The figures behind a source, as the usage reporter last posted them. They are the customer's: a customer's row moves
-- between partners with everything that hangs on it, hence "on update cascade".
create table security_data (
    partner_id uuid not null,
    customer_id uuid not null,
    source text not null,
    as_of timestamptz not null,
    figures text not null,
    primary key (partner_id, customer_id, source),
    foreign key (partner_id, customer_id) references customers on update cascade
);

alter table security_data enable row level security;

grant select on security_data to ${service}_tenant, ${service}_customer;
create policy tenant_reads on security_data for select to ${service}_tenant
    using (partner_id = (select kontor.partner_id()) and kontor.sees(customer_id));
create policy customer_reads on security_data for select to ${service}_customer
    using (customer_id = (select kontor.customer_id()));

grant select, insert, update on security_data to ${service}_reporter;
create policy reporter_all on security_data to ${service}_reporter using (true) with check (true);

grant select on security_data to ${service}_worker;
create policy worker_reads on security_data for select to ${service}_worker using (true);
