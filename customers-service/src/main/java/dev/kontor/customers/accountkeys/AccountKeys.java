package dev.kontor.customers.accountkeys;

import dev.kontor.platform.web.Problems;
import dev.kontor.platform.web.idempotency.Idempotent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/** Customers' account keys. */
@ApplicationScoped
@Transactional
public class AccountKeys {

    private final Session database;
    private final Clock clock;

    AccountKeys(Session database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Whose a key is, and with which partner that customer is. */
    public record Owner(UUID customerId, UUID partnerId) {}

    /** The first key of a new customer. */
    public String issue(UUID partnerId, UUID customerId) {
        var key = AccountKey.random();
        database.createNativeMutationQuery(
                        "insert into account_key (partner_id, customer_id, key, since) values (?1, ?2, ?3, ?4)")
                .setParameter(1, partnerId)
                .setParameter(2, customerId)
                .setParameter(3, key)
                .setParameter(4, clock.instant())
                .executeUpdate();
        return key;
    }

    /** The customer that shows this key; empty where nobody does. */
    public Optional<Owner> ownerOf(String key) {
        return database.createNativeQuery(
                        "select customer_id, partner_id from kontor.customer_of_account_key(?1)", Object[].class)
                .setParameter(1, AccountKey.read(key))
                .getResultStream()
                .findFirst()
                .map(row -> new Owner((UUID) row[0], (UUID) row[1]));
    }

    /** Most customers never need one, so it is made as it is first asked for. */
    AccountKeyView get(UUID customerId) {
        write(customerId, "do nothing");
        return view(customerId);
    }

    /** Another one from now on; the one before opens nothing any more. */
    @Idempotent(keepAnswer = false)
    AccountKeyView rotate(UUID customerId) {
        write(customerId, "do update set key = excluded.key, since = excluded.since");
        return view(customerId);
    }

    private void write(UUID customerId, String otherwise) {
        database.createNativeMutationQuery(
                        """
                        insert into account_key (partner_id, customer_id, key, since)
                        select partner_id, id, ?2, ?3 from customer where id = ?1
                        on conflict (customer_id)\s"""
                                + otherwise)
                .setParameter(1, customerId)
                .setParameter(2, AccountKey.random())
                .setParameter(3, clock.instant())
                .executeUpdate();
    }

    private AccountKeyView view(UUID customerId) {
        return database.createNativeQuery("select key, since from account_key where customer_id = ?1", Object[].class)
                .setParameter(1, customerId)
                .getResultStream()
                .findFirst()
                .map(row -> new AccountKeyView((String) row[0], (Instant) row[1]))
                .orElseThrow(Problems::notFound);
    }
}
