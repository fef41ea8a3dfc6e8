-- A partner's statement says who sells, as each of its invoices does.
grant select on issuer to ${service}_tenant;
