package dev.kontor.customers.accesslog;

import dev.kontor.platform.database.Values;
import dev.kontor.platform.web.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.hibernate.Session;

/** Whether the caller may know of a customer; row security answers. */
@ApplicationScoped
@Transactional
class VisibleCustomers {

    private final Session database;

    VisibleCustomers(Session database) {
        this.database = database;
    }

    /** 404 for a customer that is not the caller's; one that was, and left entries behind, still is (rule 8). */
    void require(UUID customerId) {
        var found = Values.of(
                        database,
                        """
                        select 1 from customer where id = ?1
                        union all select 1 from access_log where customer_id = ?1 and not kontor.hides_managed(?1)
                        limit 1""",
                        Integer.class)
                .setParameter(1, customerId)
                .getResultList();
        if (found.isEmpty()) {
            throw Problems.notFound();
        }
    }
}
