package dev.kontor.billing.issuers;

import dev.kontor.platform.security.Caller;
import dev.kontor.platform.web.InputError;
import dev.kontor.platform.web.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

@ApplicationScoped
class IssuerService {

    /** What an issuer may be called. */
    static final String ID = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}";

    private final Issuers issuers;
    private final Caller caller;
    private final Clock clock;

    IssuerService(Issuers issuers, Caller caller, Clock clock) {
        this.issuers = issuers;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    IssuerView find(String id) {
        // What could not be one's id is not asked for: the database refuses some texts.
        return Optional.of(id)
                .filter(its -> its.matches(ID))
                .flatMap(issuers::find)
                .map(IssuerView::of)
                .orElseThrow(Problems::notFound);
    }

    /**
     * Adds a version; the same data again add none.
     *
     * @param matches refuses a version the caller has not seen; it is told none where there is none
     */
    @Transactional
    IssuerView put(String id, IssuerData body, Consumer<OptionalLong> matches) {
        var violations = body.violations();
        if (issuers.isTaken(body.series(), id)) {
            violations.add(InputError.pointer("/series", "series-taken"));
        }
        if (!violations.isEmpty()) {
            throw Problems.invalid(violations.toArray(InputError[]::new));
        }
        var latest = issuers.find(id);
        matches.accept(latest.map(its -> OptionalLong.of(its.version())).orElse(OptionalLong.empty()));
        var data = body.canonical();
        if (latest.isPresent() && latest.get().data().equals(data)) {
            return IssuerView.of(latest.get());
        }
        var next = new Issuer(id, latest.map(Issuer::version).orElse(0) + 1, data);
        issuers.add(next, caller.subject(), clock.instant());
        return IssuerView.of(next);
    }
}
