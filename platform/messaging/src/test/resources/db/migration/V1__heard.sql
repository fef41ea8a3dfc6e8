create table heard (
    position bigint generated always as identity primary key,
    key      text not null,
    value    text
);
grant select, insert on heard to ${service}_worker;
alter table heard enable row level security;
create policy worker on heard to ${service}_worker using (true) with check (true);
