package dev.kontor.licensing.keys;

import dev.kontor.licensing.LicensingProblem;
import dev.kontor.licensing.catalogue.Catalogue;
import dev.kontor.licensing.plans.KeyGrant;
import dev.kontor.platform.idempotency.Idempotent;
import dev.kontor.platform.security.Caller;
import dev.kontor.platform.web.InputError;
import dev.kontor.platform.web.Problem;
import dev.kontor.platform.web.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/** The vendor's licence keys; what is kept of one is its hash. */
@ApplicationScoped
@Transactional
public class LicenseKeys {

    private final KeyRows rows;
    private final Catalogue catalogue;
    private final Caller caller;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    LicenseKeys(KeyRows rows, Catalogue catalogue, Caller caller, Clock clock) {
        this.rows = rows;
        this.catalogue = catalogue;
        this.caller = caller;
        this.clock = clock;
    }

    /** A key that is real: its hash names it from now on. */
    public record FoundKey(byte[] hash, KeyGrant grant, boolean used) {

        /**
         * Refuses a key that was used before.
         *
         * @throws Problem 409
         */
        public FoundKey unused() {
            if (used) {
                throw alreadyUsed();
            }
            return this;
        }
    }

    /** Its text can't be read again, so neither is it kept for a repeat. */
    @Idempotent(keepAnswer = false)
    IssuedKey issue(IssueKey wanted) {
        if (catalogue.offers(Set.of(wanted.product())).isEmpty()) {
            throw Problems.invalid(InputError.pointer("/product", "unknown-product", wanted.product()));
        }
        var key = KeyText.random(random);
        var grant = new KeyGrant(wanted.product(), wanted.quantity(), wanted.months());
        rows.insert(key.hash(), grant, caller.subject(), clock.instant());
        return new IssuedKey(key.grouped(), grant.product(), grant.quantity(), grant.months());
    }

    /**
     * The key that was typed; one that can't be a key is refused before anything is looked up.
     *
     * @throws Problem 422 for what is no key
     */
    public FoundKey find(String typed) {
        return KeyText.read(typed)
                .map(KeyText::hash)
                .flatMap(rows::find)
                .orElseThrow(() -> LicensingProblem.LICENSE_KEY_INVALID.problem());
    }

    /**
     * Uses it for a customer the caller sees; of any number at the same time, one does.
     *
     * @throws Problem 409 where another was first
     */
    public void use(FoundKey key, UUID customerId, Instant at) {
        if (!rows.use(key.hash(), customerId, at)) {
            throw alreadyUsed();
        }
    }

    private static Problem alreadyUsed() {
        return LicensingProblem.LICENSE_KEY_USED.problem();
    }
}
