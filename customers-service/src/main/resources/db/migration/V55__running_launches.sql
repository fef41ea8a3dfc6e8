-- Somebody may be shut out of every partner at once: of all launches, few run.
create index launch_by_end on launch (expires_at);
