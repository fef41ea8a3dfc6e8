package dev.kontor.billing.resale;

import dev.kontor.billing.pricebooks.PriceBookProblem;
import dev.kontor.platform.security.Caller;
import dev.kontor.platform.web.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Consumer;

@ApplicationScoped
class ResalePriceBookService {

    /** What a price book may be called. */
    static final String ID = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}";

    private final ResalePriceBooks books;
    private final Caller caller;
    private final Clock clock;

    ResalePriceBookService(ResalePriceBooks books, Caller caller, Clock clock) {
        this.books = books;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    ResalePriceBookView find(UUID partnerId, String id) {
        // What could not be one's id is not asked for: the database refuses some texts.
        return Optional.of(id)
                .filter(its -> its.matches(ID))
                .flatMap(its -> books.latest(partnerId, its))
                .map(ResalePriceBookView::of)
                .orElseThrow(Problems::notFound);
    }

    /**
     * Adds a version; the same prices again add none.
     *
     * @param matches refuses a version the caller has not seen; it is told none where there is none
     */
    @Transactional
    ResalePriceBookView put(UUID partnerId, String id, PutResalePriceBook body, Consumer<OptionalLong> matches) {
        var violations = body.violations();
        if (!violations.isEmpty()) {
            throw PriceBookProblem.invalid(violations);
        }
        var latest = books.latest(partnerId, id);
        matches.accept(latest.map(its -> OptionalLong.of(its.version())).orElse(OptionalLong.empty()));
        if (latest.isPresent() && latest.get().data().equals(body)) {
            return ResalePriceBookView.of(latest.get());
        }
        var next = new ResalePriceBook(id, latest.map(ResalePriceBook::version).orElse(0) + 1, body, clock.instant());
        books.add(partnerId, next, caller.subject());
        return ResalePriceBookView.of(next);
    }
}
