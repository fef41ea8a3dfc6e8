-- A launched session may do no more than who launched it was allowed. Launches from before, and those that a replica of
-- the version before adds meanwhile, say nothing of that, so nothing is what their sessions may do; they are over in minutes.
alter table launch add column permissions text[] not null default '{}';
