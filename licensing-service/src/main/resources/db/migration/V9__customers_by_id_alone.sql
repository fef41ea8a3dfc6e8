-- A customer is one row, whoever's it is: what is told of it finds the row by its id, and two who tell at once make one.
drop index customers_by_id;
create unique index customers_by_id on customers (id);
