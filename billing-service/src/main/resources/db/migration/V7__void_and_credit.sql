-- A statement with a row here is void; what was issued stays as it is, number and all.
create table statement_void (
    partner_id   uuid        not null,
    statement_id uuid        not null,
    voided_at    timestamptz not null,
    voided_by    text        not null,
    primary key (partner_id, statement_id),
    foreign key (partner_id, statement_id) references statement (partner_id, id)
);
create trigger immutable before update or delete or truncate on statement_void execute function kontor.refuse_change();
alter table statement_void enable row level security;
grant select on statement_void to ${service}_tenant, ${service}_worker;
create policy tenant_reads on statement_void for select to ${service}_tenant
    using (partner_id = (select kontor.partner_id()) and (select kontor.sees_all()));
create policy worker_reads on statement_void for select to ${service}_worker using (true);
grant select, insert on statement_void to ${service}_operator;
create policy operator on statement_void to ${service}_operator using (true) with check (true);
grant select on statement to ${service}_operator;
create policy operator_reads on statement for select to ${service}_operator using (true);

-- A negative total is carried on: what earlier statements in the same currency left over, and what is to be paid.
alter table statement
    add column credit numeric not null default 0,
    add column amount_due numeric generated always as (greatest(total - credit, 0)) stored;
