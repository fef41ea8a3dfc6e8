-- When a record last said that somebody no longer sees something, or what an administrator sees at all: an answer that was asked
-- for before is older, and counts no more. Without a time where only an answer was looked at.
create table visibility_told (
    key text        primary key,
    at  timestamptz
);
create index visibility_told_age on visibility_told (coalesce(at, timestamptz 'epoch'));
alter table visibility_told enable row level security;
grant select, insert, update, delete on visibility_told to ${service}_worker;
create policy worker on visibility_told to ${service}_worker using (true) with check (true);
