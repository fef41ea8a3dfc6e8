package dev.kontor.billing.copies;

import dev.kontor.billing.BillingProblem;
import dev.kontor.platform.database.Database;
import dev.kontor.platform.security.Caller;
import dev.kontor.platform.web.Problem;
import dev.kontor.platform.web.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;

/**
 * The partner of the request's caller; its owner is asked where it is not known here. Outside any transaction, but for
 * {@link #known}.
 */
@ApplicationScoped
public class CallersPartner {

    private final Partners partners;
    private final Database database;
    private final Questions questions;
    private final Caller caller;

    CallersPartner(Partners partners, Database database, Questions questions, Caller caller) {
        this.partners = partners;
        this.database = database;
        this.questions = questions;
        this.caller = caller;
    }

    public Partner get() {
        var known = find();
        if (known.isEmpty()) {
            questions.askForPartner(caller.partnerId());
            known = find();
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
            throw BillingProblem.ALL_CUSTOMERS_REQUIRED.problem();
        }
        return get();
    }

    /** The same for whoever looks the partner up later, with {@link #known}. */
    public void requireWhole() {
        getWhole();
    }

    /** The partner once more, inside the transaction that needs it. */
    public Partner known() {
        return find().orElseThrow(Problems::notFound);
    }

    @Transactional
    Optional<Partner> find() {
        return partners.find(caller.partnerId());
    }

    @Transactional
    boolean isSeeingAll() {
        return database.sql("select kontor.sees_all()").one(Boolean.class);
    }

    private boolean seesAll() {
        if (caller.customerId() != null) {
            return false;
        }
        if (caller.seesAllByPassport() || isSeeingAll()) {
            return true;
        }
        questions.askForAdministrator();
        return isSeeingAll();
    }
}
