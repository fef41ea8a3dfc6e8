-- Where each chain of the access log ends, so that entries missing at its end show like any other; its row also makes
-- those who add to one chain wait for each other.
create table access_log_head (
    partner_id  uuid   not null,
    customer_id uuid   not null,
    seq         bigint not null,
    hash        bytea  not null,
    primary key (partner_id, customer_id)
);
insert into access_log_head (partner_id, customer_id, seq, hash)
select distinct on (partner_id, customer_id) partner_id, customer_id, seq, hash
from access_log
order by partner_id, customer_id, seq desc;

alter table access_log_head enable row level security;
grant select on access_log_head to ${service}_tenant, ${service}_customer;
create policy tenant_reads on access_log_head for select to ${service}_tenant
    using (partner_id = (select kontor.partner_id()) and kontor.sees(customer_id));
create policy own on access_log_head for select to ${service}_customer
    using (customer_id = (select kontor.customer_id()));
grant select, insert, update on access_log_head to ${service}_worker;
create policy worker on access_log_head to ${service}_worker using (true) with check (true);
