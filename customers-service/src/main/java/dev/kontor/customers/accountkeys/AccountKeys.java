package dev.kontor.customers.accountkeys;

import dev.kontor.platform.database.Database;
import dev.kontor.platform.idempotency.Idempotent;
import dev.kontor.platform.web.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** Customers' account keys. */
@ApplicationScoped
@Transactional
public class AccountKeys {

    private final Database database;
    private final Clock clock;

    AccountKeys(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Whose a key is, and with which partner that customer is. */
    public record Owner(UUID customerId, UUID partnerId) {}

    /** The first key of a new customer. */
    public String issue(UUID partnerId, UUID customerId) {
        var key = AccountKey.random();
        database.sql("insert into account_key (partner_id, customer_id, key, since) values (:partner, :customer,"
                        + " :key, :now)")
                .with("partner", partnerId)
                .with("customer", customerId)
                .with("key", key)
                .with("now", clock.instant())
                .update();
        return key;
    }

    /** The customer that shows this key; empty where nobody does. */
    public Optional<Owner> ownerOf(String key) {
        return database.sql("select customer_id, partner_id from kontor.customer_of_account_key(:key)")
                .with("key", AccountKey.read(key))
                .first(Owner.class);
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
        database.sql(
                        """
                        insert into account_key (partner_id, customer_id, key, since)
                        select partner_id, id, :key, :now from customer where id = :customer
                        on conflict (customer_id)\s"""
                                + otherwise)
                .with("customer", customerId)
                .with("key", AccountKey.random())
                .with("now", clock.instant())
                .update();
    }

    private AccountKeyView view(UUID customerId) {
        return database.sql("select key as account_key, since from account_key where customer_id = :customer")
                .with("customer", customerId)
                .first(AccountKeyView.class)
                .orElseThrow(Problems::notFound);
    }
}
