-- The serving process looks whether its schema is as new as its package.
grant select on flyway_schema_history to ${service}_app;
