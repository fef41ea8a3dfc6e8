package dev.kontor.billing.invoicing;

import dev.kontor.billing.copies.Partners;
import dev.kontor.billing.copies.Questions;
import dev.kontor.billing.issuers.Issuers;
import dev.kontor.platform.security.Caller;
import dev.kontor.platform.web.InputError;
import dev.kontor.platform.web.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Consumer;

@ApplicationScoped
class InvoicingService {

    private final Buyers buyers;
    private final Issuers issuers;
    private final Partners partners;
    private final Questions questions;
    private final Caller caller;
    private final Clock clock;

    InvoicingService(
            Buyers buyers, Issuers issuers, Partners partners, Questions questions, Caller caller, Clock clock) {
        this.buyers = buyers;
        this.issuers = issuers;
        this.partners = partners;
        this.questions = questions;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    boolean knows(UUID partnerId) {
        return partners.find(partnerId).isPresent();
    }

    /** Outside any transaction. */
    void ask(UUID partnerId) {
        questions.askForPartner(partnerId);
    }

    @Transactional
    Buyer find(UUID partnerId) {
        return buyers.find(partnerId).orElseThrow(Problems::notFound);
    }

    /**
     * Adds a version; the same data again add none.
     *
     * @param matches refuses a version the caller has not seen; it is told none where there is none
     */
    @Transactional
    Buyer put(UUID partnerId, InvoicingData body, Consumer<OptionalLong> matches) {
        if (partners.find(partnerId).isEmpty()) {
            throw Problems.notFound();
        }
        var latest = buyers.find(partnerId);
        matches.accept(latest.map(its -> OptionalLong.of(its.version())).orElse(OptionalLong.empty()));
        var data = checked(body, latest.map(its -> its.data().issuer())).canonical();
        if (latest.isPresent() && latest.get().data().equals(data)) {
            return latest.get();
        }
        var next = new Buyer(partnerId, latest.map(Buyer::version).orElse(0) + 1, data);
        buyers.add(next, caller.subject(), clock.instant());
        return next;
    }

    /** A partner may send back the issuer it was shown, or none; it stays what the operator made it. */
    private InvoicingData checked(InvoicingData body, Optional<String> issuerBefore) {
        var violations = body.violations();
        var data = body;
        if (caller.kind() == Caller.Kind.OPERATOR) {
            if (body.issuer() != null && issuers.find(body.issuer()).isEmpty()) {
                violations.add(InputError.pointer("/issuer", "issuer-unknown"));
            }
        } else {
            var before = issuerBefore.orElse(null);
            if (body.issuer() != null && !Objects.equals(body.issuer(), before)) {
                violations.add(InputError.pointer("/issuer", "issuer-fixed"));
            }
            data = body.by(before);
        }
        if (!violations.isEmpty()) {
            throw Problems.invalid(violations.toArray(InputError[]::new));
        }
        return data;
    }
}
