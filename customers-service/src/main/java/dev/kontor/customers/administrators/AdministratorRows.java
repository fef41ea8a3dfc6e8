package dev.kontor.customers.administrators;

import dev.kontor.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The rows behind {@code kontor.sees}; in this service they are the original, everywhere else copies. */
@ApplicationScoped
class AdministratorRows {

    private final Database database;

    AdministratorRows(Database database) {
        this.database = database;
    }

    Optional<AdministratorState> find(UUID partnerId, String subject) {
        return database.sql(
                        """
                        select partner_id, subject, all_customers, version from administrator
                        where partner_id = :partner and subject = :subject""")
                .with("partner", partnerId)
                .with("subject", subject)
                .first(AdministratorState.class);
    }

    /** Those who were named, and those of whom it was only ever decided whether they may come in. */
    List<String> subjectsAfter(UUID partnerId, String subject, int limit) {
        return database.sql(
                        """
                        select subject from (
                            select subject from administrator where partner_id = :partner
                            union
                            select subject from subject_access where partner_id = :partner) as known
                        where subject > :after
                        order by subject limit :limit""")
                .with("partner", partnerId)
                .with("after", subject)
                .with("limit", limit)
                .list(String.class);
    }

    long count(UUID partnerId) {
        return database.sql(
                        """
                        select count(*) from (
                            select subject from administrator where partner_id = :partner
                            union
                            select subject from subject_access where partner_id = :partner) as known""")
                .with("partner", partnerId)
                .one(Long.class);
    }

    /** Names a subject that sees nothing by that alone; empty where it is named already, which stays as it is. */
    Optional<AdministratorState> add(UUID partnerId, String subject) {
        // Without "returning", which a customer's approval may not: it names whoever asked, and reads nobody.
        var added = database.sql(
                        """
                        insert into administrator (partner_id, subject, all_customers, version)
                        values (:partner, :subject, false, 1) on conflict do nothing""")
                .with("partner", partnerId)
                .with("subject", subject)
                .update();
        return added == 0 ? Optional.empty() : Optional.of(new AdministratorState(partnerId, subject, false, 1));
    }

    AdministratorState write(UUID partnerId, String subject, boolean allCustomers) {
        return database.sql(
                        """
                        insert into administrator (partner_id, subject, all_customers, version)
                        values (:partner, :subject, :all, 1)
                        on conflict (partner_id, subject)
                            do update set all_customers = excluded.all_customers, version = administrator.version + 1
                        returning partner_id, subject, all_customers, version""")
                .with("partner", partnerId)
                .with("subject", subject)
                .with("all", allCustomers)
                .first(AdministratorState.class)
                .orElseThrow();
    }

    List<UUID> assigned(UUID partnerId, String subject) {
        return database.sql(
                        """
                        select customer_id from assignment where partner_id = :partner and subject = :subject
                        order by customer_id""")
                .with("partner", partnerId)
                .with("subject", subject)
                .list(UUID.class);
    }

    boolean isAssigned(UUID partnerId, String subject, UUID customerId) {
        return database.sql(
                        """
                        select from assignment
                        where partner_id = :partner and subject = :subject and customer_id = :customer""")
                .with("partner", partnerId)
                .with("subject", subject)
                .with("customer", customerId)
                .exists();
    }

    void assign(UUID partnerId, String subject, UUID customerId) {
        database.sql(
                        """
                        insert into assignment (partner_id, subject, customer_id) values (:partner, :subject, :customer)
                        on conflict do nothing""")
                .with("partner", partnerId)
                .with("subject", subject)
                .with("customer", customerId)
                .update();
    }

    void unassign(UUID partnerId, String subject, UUID customerId) {
        database.sql(
                        """
                        delete from assignment
                        where partner_id = :partner and subject = :subject and customer_id = :customer""")
                .with("partner", partnerId)
                .with("subject", subject)
                .with("customer", customerId)
                .update();
    }

    /** Those of {@code ids} that are customers of the partner. */
    List<UUID> existing(List<UUID> ids) {
        return database.sql("select id from customer where id = any(:ids)")
                .with("ids", ids.toArray(UUID[]::new))
                .list(UUID.class);
    }
}
