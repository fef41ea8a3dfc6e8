-- Exports call a product what it was called when they were set up; null until its owner's state comes again.
alter table product add column former_names jsonb;
