-- Jobs go on in the programs their partner is in by then; of partners told before, that is learnt when they are next asked for.
alter table partners add column programs jsonb;
