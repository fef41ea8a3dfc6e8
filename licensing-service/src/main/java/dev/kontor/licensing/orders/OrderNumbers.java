package dev.kontor.licensing.orders;

import dev.kontor.platform.security.Caller;
import dev.kontor.platform.web.Ids;
import dev.kontor.platform.web.InputError;
import dev.kontor.platform.web.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * The ids of orders: with an {@code Idempotency-Key}, the same caller and key give the same order, so that a repeat goes
 * on with the customer that the first try made.
 */
@ApplicationScoped
class OrderNumbers {

    private static final int LONGEST_KEY = 255;

    private final Caller caller;

    OrderNumbers(Caller caller) {
        this.caller = caller;
    }

    UUID of(String idempotencyKey) {
        if (idempotencyKey == null) {
            return Ids.next();
        }
        if (idempotencyKey.isBlank() || idempotencyKey.length() > LONGEST_KEY) {
            // Checked before a customer is made, and not only where answers are kept.
            throw Problems.invalid(InputError.parameter("Idempotency-Key", "length", 1, LONGEST_KEY));
        }
        var name = "managed-order/" + caller.partnerId() + "/" + caller.subject() + "/" + idempotencyKey;
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
