-- What errands led to, written in the transaction in which they ended.
create table effect (
    item uuid not null
);
alter table effect enable row level security;
grant select, insert on effect to ${service}_worker;
create policy worker on effect to ${service}_worker using (true) with check (true);
