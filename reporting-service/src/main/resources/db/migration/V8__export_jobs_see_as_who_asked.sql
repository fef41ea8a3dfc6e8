-- A job sees what whoever asked for it sees, under the same row security; that also takes the programs it came with. Which those
-- were of an older job nobody knows, and none shows the least.
alter table export_jobs add column programs text[] not null default '{}';
alter table export_jobs alter column programs drop default;

-- Whether whoever asked saw the customer as it asked. Others wait for their turn as well, since only the worker can tell whether a
-- refusal is the partner's own, and has to be recorded.
alter table export_job_items add column seen boolean not null default true;
