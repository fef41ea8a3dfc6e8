-- Up to where a minute's root has settled what it says of a chain: every head beyond is due for the next one.
alter table access_log_head add column settled_seq bigint not null default 0;
create index access_log_head_due on access_log_head (moved_at) where seq > settled_seq;

-- One row: of several replicas one signs a minute. What was signed last is known by its topic; this row knows what is still on its way there.
create table access_log_minute (
    only_row boolean primary key default true check (only_row),
    minute   bigint  not null,
    digest   text    not null
);
insert into access_log_minute (minute, digest) values (0, repeat('0', 64));
alter table access_log_minute enable row level security;
grant select, update on access_log_minute to ${service}_worker;
create policy worker on access_log_minute to ${service}_worker using (true) with check (true);
