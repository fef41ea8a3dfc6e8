package dev.kontor.customers.access;

import dev.kontor.customers.Vendor;
import dev.kontor.platform.security.Caller;
import dev.kontor.platform.web.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Where a call means a subject: in the partner the operator names, or everywhere; a partner's own can mean no other. */
@ApplicationScoped
class WhosePartner {

    static final String PARAMETER =
            "Of which partner the subject is meant. The vendor operator who names none means it wherever it"
                    + " shows up: in every partner, as a customer's administrator, usage reporter or operator.";

    private final Caller caller;

    WhosePartner(Caller caller) {
        this.caller = caller;
    }

    /**
     * Where it is meant.
     *
     * @param named the parameter {@code partnerId}, or null
     * @return the partner; the vendor where the subject is meant wherever it shows up
     */
    UUID of(UUID named) {
        if (caller.partnerId() == null) {
            return named == null ? Vendor.PARTNER_ID : named;
        }
        if (named != null && !named.equals(caller.partnerId())) {
            throw Problems.notFound();
        }
        return caller.partnerId();
    }
}
