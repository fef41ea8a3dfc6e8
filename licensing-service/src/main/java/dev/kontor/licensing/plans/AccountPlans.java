package dev.kontor.licensing.plans;

import static java.util.stream.Collectors.partitioningBy;

import dev.kontor.licensing.LicensingProblem;
import dev.kontor.licensing.accounts.AccountType;
import dev.kontor.licensing.plans.CoTerm.Seats;
import dev.kontor.licensing.terms.LicenseType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * What becomes of an account, effect by effect, in the order they are carried out. The same account, at the same
 * instant, gives the same plan: a dry run shows it, the real call executes it.
 */
public final class AccountPlans {

    private static final int MOST_SEATS = 100_000_000;
    private static final Instant LAST_END = Instant.parse("2200-01-01T00:00:00Z");

    private final Account account;
    private final List<Effect> effects = new ArrayList<>();

    private AccountPlans(Account account) {
        this.account = account;
    }

    /**
     * To monthly (domain.md rule 12): all trials and terms end, the chosen products start, all at one instant.
     *
     * @param programsLeft early access programs that monthly licences don't go with (rule 18)
     */
    public static List<Effect> toMonthly(Account account, List<String> products, List<String> programsLeft) {
        var plan = new AccountPlans(account);
        plan.billAs(LicenseType.MONTHLY);
        plan.endAll(license -> license.type() != LicenseType.MONTHLY);
        products.forEach(product -> plan.start(product, LicenseType.MONTHLY, null, account.at(), null));
        programsLeft.forEach(program -> plan.effects.add(Effect.earlyAccessEnded(program, account.at())));
        return plan.effects;
    }

    /**
     * By key (rules 12 and 17): the account becomes a term account, monthly segments and that product's trial end, and
     * the key's term starts.
     */
    public static List<Effect> byKey(Account account, KeyGrant key, KeyMode mode) {
        var plan = new AccountPlans(account);
        if (account.type() != AccountType.TERM) {
            plan.billAs(LicenseType.TERM);
        }
        plan.endAll(license -> license.type() == LicenseType.MONTHLY);
        plan.endAll(license ->
                license.type() == LicenseType.TRIAL && license.product().equals(key.product()));
        var terms = plan.held(license ->
                license.type() == LicenseType.TERM && license.product().equals(key.product()));
        if (mode == KeyMode.RENEW || terms.isEmpty()) {
            plan.append(terms, key);
        } else {
            plan.coTerm(terms, key);
        }
        return plan.effects;
    }

    /** By managed order (rule 19): the account becomes one, its trials end, the ordered licences start without an end. */
    public static List<Effect> byOrder(Account account, List<Ordered> products) {
        var plan = new AccountPlans(account);
        if (account.type() != AccountType.MANAGED_ORDER) {
            plan.billAs(LicenseType.ORDERED);
        }
        plan.endAll(license -> license.type() == LicenseType.TRIAL);
        products.forEach(
                ordered -> plan.start(ordered.product(), LicenseType.ORDERED, ordered.quantity(), account.at(), null));
        return plan.effects;
    }

    private void append(List<Held> terms, KeyGrant key) {
        var from = terms.stream().map(Held::endAt).max(Comparator.naturalOrder());
        var start = from.orElse(account.at());
        // A first term counts from the start of its day; a renewal from the very end of the one before.
        var counted = from.orElse(midnight(day(account.at()))).atOffset(ZoneOffset.UTC);
        var end = counted.plusMonths(key.months()).toInstant();
        startTerm(key, key.quantity(), start, end);
    }

    private void coTerm(List<Held> terms, KeyGrant key) {
        var today = day(account.at());
        var parts = new ArrayList<Seats>();
        terms.forEach(term -> parts.addAll(seats(term, today)));
        parts.add(new Seats(key.quantity(), today.plusMonths(key.months())));
        var seats = mostAtOnce(terms) + key.quantity();
        var end = midnight(CoTerm.commonEnd(today, seats, parts));
        terms.forEach(term -> effects.add(Effect.replaced(term, account.at())));
        startTerm(key, seats, account.at(), end);
    }

    /** A renewal that waits follows the term that runs: its days count, but its seats don't come on top. */
    private long mostAtOnce(List<Held> terms) {
        var waiting =
                terms.stream().collect(partitioningBy(term -> term.startAt().isAfter(account.at())));
        var running = waiting.get(false).stream().mapToLong(Held::quantity).sum();
        return waiting.get(true).stream().mapToLong(Held::quantity).reduce(running, Math::max);
    }

    /** What is still paid for of a term; of one that waits, the days before its start are taken off. */
    private static List<Seats> seats(Held term, LocalDate today) {
        var whole = new Seats(term.quantity(), lastDay(term.endAt()));
        var waiting = day(term.startAt());
        return waiting.isAfter(today) ? List.of(whole, new Seats(-term.quantity(), waiting)) : List.of(whole);
    }

    private void startTerm(KeyGrant key, long seats, Instant at, Instant endAt) {
        if (seats > MOST_SEATS || endAt.isAfter(LAST_END)) {
            throw LicensingProblem.LICENSE_LIMIT_REACHED.problem(MOST_SEATS, LAST_END);
        }
        start(key.product(), LicenseType.TERM, (int) seats, at, endAt);
    }

    private void billAs(LicenseType licenses) {
        effects.add(Effect.billingTypeChanged(licenses, account.at()));
    }

    private void endAll(Predicate<Held> which) {
        held(which).forEach(license -> effects.add(Effect.ended(license, account.at())));
    }

    private void start(String product, LicenseType type, Integer quantity, Instant at, Instant endAt) {
        // Named, not drawn, so that a dry run names the licence that the real call makes.
        var name = "license/" + account.customerId() + "/" + (account.version() + 1) + "/" + product;
        var id = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        effects.add(Effect.started(id, product, type, quantity, at, endAt));
    }

    private List<Held> held(Predicate<Held> which) {
        return account.held().stream()
                .filter(which)
                .sorted(Comparator.comparing(Held::product)
                        .thenComparing(Held::startAt)
                        .thenComparing(Held::id))
                .toList();
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }

    /** The day it ends on; one that ends within a day has that day whole. */
    private static LocalDate lastDay(Instant end) {
        var day = day(end);
        return end.equals(midnight(day)) ? day : day.plusDays(1);
    }

    private static Instant midnight(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
