-- One job for each month that is closed.
create table closing (
    id           uuid        not null primary key,
    month        date        not null unique,
    state        text        not null check (state in ('queued', 'running', 'succeeded', 'failed')),
    requested_by text        not null,
    requested_at timestamptz not null,
    -- The statements' date: of the request, or the end of the grace, however late the job ran.
    effective_at timestamptz not null,
    finished_at  timestamptz
);
grant select, insert, update on closing to ${service}_operator, ${service}_worker;
grant select on closing to ${service}_tenant;

-- One partner's part of a job, claimed by one worker at a time.
create table closing_item (
    partner_id  uuid        not null,
    month       date        not null,
    state       text        not null default 'pending' check (state in ('pending', 'claimed', 'done', 'held')),
    -- Rises with every claim: a worker that lost its lease can't finish what another one took over.
    fence       bigint      not null default 0,
    -- Real time. Not before this is it claimed, again or at all.
    lease_until timestamptz not null default '-infinity',
    attempts    int         not null default 0,
    released    boolean     not null default false,
    reason      text,
    primary key (partner_id, month)
);
create index closing_item_open on closing_item (month, partner_id) where state in ('pending', 'claimed');
alter table closing_item enable row level security;
grant select on closing_item to ${service}_tenant;
create policy tenant_reads on closing_item for select to ${service}_tenant using (partner_id = (select kontor.partner_id()));
grant select, update on closing_item to ${service}_operator;
create policy operator on closing_item to ${service}_operator using (true) with check (true);
grant select, insert, update on closing_item to ${service}_worker;
create policy worker on closing_item to ${service}_worker using (true) with check (true);
