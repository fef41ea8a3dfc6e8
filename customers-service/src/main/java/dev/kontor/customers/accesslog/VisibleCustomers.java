package dev.kontor.customers.accesslog;

import dev.kontor.platform.database.Database;
import dev.kontor.platform.web.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Whether the caller may know of a customer; row security answers. */
@ApplicationScoped
@Transactional
class VisibleCustomers {

    private final Database database;

    VisibleCustomers(Database database) {
        this.database = database;
    }

    /** 404 for a customer that is not the caller's; one that was, and left entries behind, still is (rule 8). */
    void require(UUID customerId) {
        var found = database.sql(
                        """
                        select 1 from customer where id = :customer
                        union all
                        select 1 from access_log where customer_id = :customer and not kontor.hides_managed(:customer)
                        limit 1""")
                .with("customer", customerId)
                .exists();
        if (!found) {
            throw Problems.notFound();
        }
    }
}
