package dev.kontor.licensing.orders;

import dev.kontor.licensing.repeats.Fingerprints;
import dev.kontor.platform.database.Database;
import dev.kontor.platform.security.Caller;
import dev.kontor.platform.web.Ids;
import dev.kontor.platform.web.InputError;
import dev.kontor.platform.web.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

/**
 * The ids of orders: the same caller and {@code Idempotency-Key} give the same order, and without a key what the caller
 * ordered does, until that was placed and answered. So a repeat goes on with the customer that the first try made.
 */
@ApplicationScoped
class OrderNumbers {

    private static final int LONGEST_KEY = 255;

    /** As long as answers are kept for a key at least (api.md, "retry safety"). */
    private static final Duration LONGEST_ATTEMPT = Duration.ofHours(24);

    private final Database database;
    private final Fingerprints fingerprints;
    private final Caller caller;
    private final Clock clock;

    OrderNumbers(Database database, Fingerprints fingerprints, Caller caller, Clock clock) {
        this.database = database;
        this.fingerprints = fingerprints;
        this.caller = caller;
        this.clock = clock;
    }

    /** In a transaction of its own: the order's customer is made by another service next. */
    @Transactional
    UUID of(String idempotencyKey, PlaceOrder wanted) {
        if (idempotencyKey == null) {
            return attempted(wanted);
        }
        if (idempotencyKey.isBlank() || idempotencyKey.length() > LONGEST_KEY) {
            // Checked before a customer is made, and not only where answers are kept.
            throw Problems.invalid(InputError.parameter("Idempotency-Key", "length", 1, LONGEST_KEY));
        }
        var name = "managed-order/" + caller.partnerId() + "/" + caller.subject() + "/" + idempotencyKey;
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    /** The order is placed, and whom it concerns knows: the same without a key is another order from now on. */
    @Transactional
    void placed(UUID orderId) {
        database.sql("delete from order_attempts where order_id = :order")
                .with("order", orderId)
                .update();
    }

    private UUID attempted(PlaceOrder wanted) {
        var now = clock.instant();
        database.sql("delete from order_attempts where at < :oldest")
                .with("oldest", now.minus(LONGEST_ATTEMPT))
                .update();
        return database.sql(
                        """
                        insert into order_attempts (partner_id, subject, wanted, order_id, at)
                        values (:partner, :subject, :wanted, :order, :now)
                        on conflict (partner_id, subject, wanted) do update set at = excluded.at
                        returning order_id""")
                .with("partner", caller.partnerId())
                .with("subject", caller.subject())
                .with("wanted", fingerprints.of(wanted))
                .with("order", Ids.next())
                .with("now", now)
                .one(UUID.class);
    }
}
