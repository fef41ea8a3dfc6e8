package dev.kontor.reporting.consent;

import dev.kontor.platform.copies.Copy;
import dev.kontor.platform.copies.CopyTable;
import dev.kontor.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Every customer's consent as it was last told. */
@ApplicationScoped
@Transactional
class Consents {

    /** A customer's row is found by the customer alone, since it changes its partner. */
    private static final CopyTable CONSENTS = CopyTable.of("consents", "customer_id");

    private final Database database;

    Consents(Database database) {
        this.database = database;
    }

    /** What reports need of a consent's state. */
    record State(
            UUID customerId,
            UUID partnerId,
            String state,
            @Nullable Instant expiresAt,
            @Nullable UUID grant,
            long version) {

        Consent consent() {
            return new Consent(customerId, partnerId, state.equals("on"), expiresAt, grant, version);
        }
    }

    @Produces
    Copy<State> consents() {
        return new Copy<>(
                "kontor.consent.v1", "consent", State.class, state -> CONSENTS.keep(database, state.consent()));
    }

    /** As the worker: whatever was told. */
    Optional<Consent> find(UUID customerId) {
        return database.sql("select * from consents where customer_id = :customer")
                .with("customer", customerId)
                .first(Consent.class);
    }

    /** As a partner: the consent of a customer it sees. */
    Optional<Consent> findOfVisible(UUID customerId) {
        return database.sql(
                        """
                        select c.* from consents c join customers on customers.id = c.customer_id
                        where c.customer_id = :customer""")
                .with("customer", customerId)
                .first(Consent.class);
    }
}
