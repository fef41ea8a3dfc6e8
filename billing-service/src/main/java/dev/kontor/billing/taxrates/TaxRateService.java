package dev.kontor.billing.taxrates;

import dev.kontor.platform.security.Caller;
import dev.kontor.platform.web.InputError;
import dev.kontor.platform.web.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.function.LongConsumer;

@ApplicationScoped
class TaxRateService {

    private final TaxRateLists lists;
    private final Caller caller;
    private final Clock clock;

    TaxRateService(TaxRateLists lists, Caller caller, Clock clock) {
        this.lists = lists;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    TaxRates get() {
        return lists.latest();
    }

    /**
     * Puts a list in the place of the one before; the same rates again change nothing.
     *
     * @param matches refuses a version the caller has not seen
     */
    @Transactional
    TaxRates put(List<TaxRate> wanted, LongConsumer matches) {
        var violations = TaxRates.violations(wanted);
        if (!violations.isEmpty()) {
            throw Problems.invalid(violations.toArray(InputError[]::new));
        }
        var latest = lists.latest();
        matches.accept(latest.version());
        var next = latest.next(wanted);
        if (latest.says(next)) {
            return latest;
        }
        lists.add(next, caller.subject(), clock.instant());
        return next;
    }
}
