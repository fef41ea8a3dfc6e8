package dev.kontor.licensing.licenses;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import dev.kontor.licensing.catalogue.Catalogue.Offer;
import dev.kontor.licensing.catalogue.MonthlyOffers;
import dev.kontor.licensing.licenses.ChooseProducts.ChosenProduct;
import dev.kontor.licensing.licenses.SegmentPlan.Choice;
import dev.kontor.platform.web.CommonProblem;
import dev.kontor.platform.web.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Chooses and changes the products of monthly accounts (domain.md rule 10). */
@ApplicationScoped
class MonthlyLicenses {

    private final LicenseAccounts accounts;
    private final Licenses licenses;
    private final MonthlyOffers offers;
    private final LicenseNews news;
    private final Clock clock;

    MonthlyLicenses(LicenseAccounts accounts, Licenses licenses, MonthlyOffers offers, LicenseNews news, Clock clock) {
        this.accounts = accounts;
        this.licenses = licenses;
        this.offers = offers;
        this.news = news;
        this.clock = clock;
    }

    /** Makes {@code wanted} the choice from now on; the same choice again changes nothing. */
    @Transactional
    void choose(UUID customerId, Holder holder, ChooseProducts wanted) {
        var account = accounts.lock(customerId);
        // Read after the lock, so that segments follow each other without gap or overlap.
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var all = new ArrayList<>(licenses.ofCustomer(customerId));
        var running = all.stream()
                .filter(license -> license.isRunningSegment(now))
                .collect(toMap(license -> new Choice(license.product(), license.quantity()), identity()));
        var chosen = offersOf(wanted.products(), running.keySet());
        holder.refusal(account.accountType()).ifPresent(reason -> {
            throw reason == CommonProblem.PROGRAM_REQUIRED
                    ? Problems.programRequired(LicenseResource.FLEX)
                    : reason.problem();
        });
        var plan = SegmentPlan.of(running, choices(wanted));
        if (plan.changesNothing()) {
            return;
        }
        plan.ended().forEach(license -> license.end(now));
        plan.continued().forEach(license -> license.endContinued(now));
        // Ended in the database before the next starts: a product has one open segment at a time.
        licenses.flush();
        for (var choice : plan.started()) {
            var started = License.monthly(account, chosen.get(choice.product()), choice.quantity(), now);
            licenses.persist(started);
            all.add(started);
        }
        news.tell(account, all, LicensesChanged.by(ChangeCause.PRODUCTS_CHOSEN, now), now);
    }

    private Map<String, Offer> offersOf(List<ChosenProduct> chosen, Set<Choice> running) {
        var kept = running.stream().map(Choice::product).collect(toSet());
        var codes = chosen.stream().map(ChosenProduct::code).toList();
        return offers.chosen(codes, kept, index -> "/products/" + index + "/code");
    }

    private static List<Choice> choices(ChooseProducts wanted) {
        return wanted.products().stream()
                .map(chosen -> new Choice(chosen.code(), chosen.quantity()))
                .toList();
    }
}
