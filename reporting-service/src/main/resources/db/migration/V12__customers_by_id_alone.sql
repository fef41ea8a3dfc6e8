-- A customer is one row, whoever's it is, and so is its list of licences: what is told of them finds the row by the customer
-- alone, and two who tell at once make one.
drop index customers_by_id;
create unique index customers_by_id on customers (id);
drop index license_lists_by_customer;
create unique index license_lists_by_customer on license_lists (customer_id);
