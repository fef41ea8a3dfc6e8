package dev.kontor.licensing.licenses;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import dev.kontor.licensing.catalogue.Catalogue;
import dev.kontor.licensing.catalogue.Catalogue.Offer;
import dev.kontor.licensing.catalogue.Category;
import dev.kontor.licensing.customers.AccountType;
import dev.kontor.licensing.licenses.ChooseProducts.ChosenProduct;
import dev.kontor.licensing.licenses.SegmentPlan.Choice;
import dev.kontor.platform.web.InputError;
import dev.kontor.platform.web.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Chooses and changes the products of monthly accounts (domain.md rule 10). */
@ApplicationScoped
class MonthlyLicenses {

    private final LicenseAccounts accounts;
    private final Licenses licenses;
    private final Catalogue catalogue;
    private final LicenseNews news;
    private final Clock clock;

    MonthlyLicenses(LicenseAccounts accounts, Licenses licenses, Catalogue catalogue, LicenseNews news, Clock clock) {
        this.accounts = accounts;
        this.licenses = licenses;
        this.catalogue = catalogue;
        this.news = news;
        this.clock = clock;
    }

    /** Makes {@code wanted} the choice from now on; the same choice again changes nothing. */
    @Transactional
    void choose(UUID customerId, AccountType accountType, Holder holder, ChooseProducts wanted) {
        var account = accounts.lock(customerId);
        // Read after the lock, so that segments follow each other without gap or overlap.
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var all = new ArrayList<>(licenses.ofCustomer(customerId));
        var running = all.stream()
                .filter(license -> license.isRunningSegment(now))
                .collect(toMap(license -> new Choice(license.product(), license.quantity()), identity()));
        var offers = offersOf(wanted.products(), running.keySet());
        holder.refusal(accountType).ifPresent(code -> {
            throw ChoiceProblem.refused(code);
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
            var started = License.monthly(account, offers.get(choice.product()), choice.quantity(), now);
            licenses.persist(started);
            all.add(started);
        }
        news.tell(account, all, LicensesChanged.productsChosen(now), now);
    }

    /** What was chosen, all of it: one product that can't be is no reason to leave it out, but to refuse the choice. */
    private Map<String, Offer> offersOf(List<ChosenProduct> chosen, Set<Choice> running) {
        var offers = catalogue.offers(chosen.stream().map(ChosenProduct::code).toList());
        var errors = new ArrayList<InputError>();
        var categories = EnumSet.noneOf(Category.class);
        for (int i = 0; i < chosen.size(); i++) {
            var code = chosen.get(i).code();
            var offer = offers.get(code);
            if (offer == null) {
                errors.add(ChoiceProblem.unknownProduct(i, code));
            } else if (!offer.monthly()
                    && running.stream().noneMatch(r -> r.product().equals(code))) {
                errors.add(ChoiceProblem.notMonthly(i, code));
            } else if (!categories.add(offer.category())) {
                // Usage counts for the category's one monthly licence, so a second would never be billed.
                errors.add(ChoiceProblem.categoryTwice(i, offer.category()));
            }
        }
        if (!errors.isEmpty()) {
            throw Problems.invalid(errors.toArray(InputError[]::new));
        }
        return offers;
    }

    private static List<Choice> choices(ChooseProducts wanted) {
        return wanted.products().stream()
                .map(chosen -> new Choice(chosen.code(), chosen.quantity()))
                .toList();
    }
}
