package dev.kontor.billing.pricebooks;

import dev.kontor.billing.copies.Owners;
import dev.kontor.billing.copies.Partners;
import dev.kontor.billing.rating.PriceBookRules;
import dev.kontor.platform.security.Caller;
import dev.kontor.platform.web.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Consumer;

@ApplicationScoped
class PriceBookService {

    /** What a price book may be called. */
    static final String ID = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}";

    private final PriceBooks books;
    private final Partners partners;
    private final Owners owners;
    private final Caller caller;
    private final Clock clock;

    PriceBookService(PriceBooks books, Partners partners, Owners owners, Caller caller, Clock clock) {
        this.books = books;
        this.partners = partners;
        this.owners = owners;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    PriceBookView find(String id) {
        // What could not be one's id is not asked for: the database refuses some texts.
        return Optional.of(id)
                .filter(its -> its.matches(ID))
                .flatMap(books::latest)
                .map(PriceBookView::of)
                .orElseThrow(Problems::notFound);
    }

    @Transactional
    boolean knows(UUID partnerId) {
        return partners.find(partnerId).isPresent();
    }

    /** Outside any transaction. */
    void ask(UUID partnerId) {
        owners.askForPartner(partnerId);
    }

    /**
     * Adds a version; the same prices again add none.
     *
     * @param matches refuses a version the caller has not seen; it is told none where there is none
     */
    @Transactional
    PriceBookView put(String id, PutPriceBook body, Consumer<OptionalLong> matches) {
        var violations = body.violations();
        if (!violations.isEmpty()) {
            throw PriceBookProblem.invalid(violations);
        }
        Optional<PriceBookVersion> latest = books.latest(id);
        int version = latest.map(PriceBookVersion::version).orElse(0);
        requireFor(body, latest);
        matches.accept(latest.isEmpty() ? OptionalLong.empty() : OptionalLong.of(version));
        if (latest.isPresent() && same(latest.get(), body)) {
            return PriceBookView.of(latest.get());
        }
        if (!books.add(id, version + 1, body, caller.subject(), clock.instant())) {
            throw Problems.versionConflict();
        }
        return find(id);
    }

    private void requireFor(PutPriceBook body, Optional<PriceBookVersion> latest) {
        List<PriceBookRules.Violation> violations = new ArrayList<>();
        latest.ifPresent(before -> violations.addAll(body.violationsAfter(before)));
        if (body.partnerId() != null && partners.find(body.partnerId()).isEmpty()) {
            violations.add(new PriceBookRules.Violation("/partnerId", "partner-unknown"));
        }
        if (!violations.isEmpty()) {
            throw PriceBookProblem.invalid(violations);
        }
    }

    private static boolean same(PriceBookVersion latest, PutPriceBook body) {
        return new PutPriceBook(
                        latest.scope(),
                        latest.region(),
                        latest.partnerId(),
                        latest.effectiveFrom(),
                        latest.book().currency(),
                        latest.book().proration().text(),
                        latest.entries())
                .equals(new PutPriceBook(
                        body.scope(),
                        body.region(),
                        body.partnerId(),
                        body.effectiveFrom(),
                        body.currency(),
                        body.prorationOrDefault().text(),
                        body.entries()));
    }
}
