package dev.kontor.billing.copies;

import dev.kontor.platform.security.Caller;
import dev.kontor.platform.web.Problem;
import dev.kontor.platform.web.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * The partner of the request's caller; its owner is asked where it is not known here. Outside any transaction, but for
 * {@link #known}.
 */
@ApplicationScoped
public class CallersPartner {

    private final CallerRows rows;
    private final Owners owners;
    private final Caller caller;

    CallersPartner(CallerRows rows, Owners owners, Caller caller) {
        this.rows = rows;
        this.owners = owners;
        this.caller = caller;
    }

    public Partner get() {
        Optional<Partner> known = rows.partner();
        if (known.isEmpty()) {
            owners.askForPartner(caller.partnerId());
            known = rows.partner();
        }
        return known.orElseThrow(Problems::notFound);
    }

    /**
     * The partner, where the caller sees all of its customers: statements and previews speak of them all.
     *
     * @throws Problem 403 {@code all-customers-required}
     */
    public Partner getWhole() {
        if (!seesAll()) {
            throw Problem.of(403, "all-customers-required");
        }
        return get();
    }

    /** The same for whoever looks the partner up later, with {@link #known}. */
    public void requireWhole() {
        getWhole();
    }

    /** The partner once more, inside the transaction that needs it. */
    public Partner known() {
        return rows.partner().orElseThrow(Problems::notFound);
    }

    private boolean seesAll() {
        if (caller.customerId() != null) {
            return false;
        }
        if (caller.seesAllByPassport() || rows.seesAll()) {
            return true;
        }
        owners.askForAdministrator(caller.partnerId(), caller.subject());
        return rows.seesAll();
    }
}
