package dev.kontor.billing.pricebooks;

import dev.kontor.billing.copies.Partners;
import dev.kontor.billing.copies.Questions;
import dev.kontor.billing.rating.PriceBookRules;
import dev.kontor.platform.security.Caller;
import dev.kontor.platform.web.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
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
    private final Questions questions;
    private final Caller caller;
    private final Clock clock;

    PriceBookService(PriceBooks books, Partners partners, Questions questions, Caller caller, Clock clock) {
        this.books = books;
        this.partners = partners;
        this.questions = questions;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    PriceBookView find(String id) {
        // What could not be one's id is not asked for: the database refuses some texts.
        return Optional.of(id)
                .filter(its -> its.matches(ID))
                .flatMap(books::latest)
                .map(PriceBookVersion::view)
                .orElseThrow(Problems::notFound);
    }

    @Transactional
    boolean knows(UUID partnerId) {
        return partners.find(partnerId).isPresent();
    }

    /** Outside any transaction. */
    void ask(UUID partnerId) {
        questions.askForPartner(partnerId);
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
        var latest = books.latest(id);
        requireFor(body, latest);
        matches.accept(latest.map(its -> OptionalLong.of(its.version())).orElse(OptionalLong.empty()));
        if (latest.isPresent() && latest.get().says(body)) {
            return latest.get().view();
        }
        var next = latest.map(PriceBookVersion::version).orElse(0) + 1;
        var version = PriceBookVersion.of(id, next, body, caller.subject(), clock.instant());
        books.add(version);
        return version.view();
    }

    private void requireFor(PutPriceBook body, Optional<PriceBookVersion> latest) {
        var violations = new ArrayList<PriceBookRules.Violation>();
        latest.ifPresent(before -> violations.addAll(body.violationsAfter(before)));
        if (body.partnerId() != null && partners.find(body.partnerId()).isEmpty()) {
            violations.add(new PriceBookRules.Violation("/partnerId", "partner-unknown"));
        }
        if (!violations.isEmpty()) {
            throw PriceBookProblem.invalid(violations);
        }
    }
}
