-- Keys come in nearly in the order of their months, so a coarse index finds a month's.
create index usage_key_month on usage_key using brin (month);

-- Rises with every change of a partner's customers and licences, so that an estimate made before is known to be old.
create table partner_change (
    partner_id uuid   not null primary key,
    changes    bigint not null
);
alter table partner_change enable row level security;
grant select on partner_change to ${service}_tenant;
create policy tenant_reads on partner_change for select to ${service}_tenant using (partner_id = (select kontor.partner_id()));
grant select, insert, update on partner_change to ${service}_worker;
create policy worker on partner_change to ${service}_worker using (true) with check (true);

create index statement_line_corrects on statement_line (partner_id, corrects_month) where corrects_month is not null;
