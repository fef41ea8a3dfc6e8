package dev.kontor.customers.access;

import dev.kontor.platform.security.Caller;
import dev.kontor.platform.web.InputError;
import dev.kontor.platform.web.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Of which partner a call speaks: the operator's names it, and a partner's own can mean no other. */
@ApplicationScoped
class WhosePartner {

    private final Caller caller;

    WhosePartner(Caller caller) {
        this.caller = caller;
    }

    /** @param named the parameter {@code partnerId}, or null */
    UUID of(UUID named) {
        if (caller.partnerId() == null && named == null) {
            throw Problems.invalid(InputError.parameter("partnerId", "required"));
        }
        if (caller.partnerId() != null && named != null && !named.equals(caller.partnerId())) {
            throw Problems.notFound();
        }
        return named == null ? caller.partnerId() : named;
    }
}
