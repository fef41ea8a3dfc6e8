package dev.kontor.billing.periods;

import dev.kontor.billing.copies.Partner;
import dev.kontor.billing.copies.Partners;
import dev.kontor.billing.counting.Period;
import dev.kontor.billing.statements.Issuable;
import dev.kontor.billing.statements.Issuing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The steps of closing, each one transaction: a crash between any two of them loses nothing and repeats nothing. */
@ApplicationScoped
class ClosingSteps {

    /** Bills held in memory until they are written. */
    private static final int MOST_LINES_TOGETHER = 20_000;

    private final Closings closings;
    private final ClosingItems items;
    private final Partners partners;
    private final Issuing issuing;
    private final DueMonths due;
    private final ClosingConfig config;
    private final Clock clock;

    ClosingSteps(
            Closings closings,
            ClosingItems items,
            Partners partners,
            Issuing issuing,
            DueMonths due,
            ClosingConfig config,
            Clock clock) {
        this.closings = closings;
        this.items = items;
        this.partners = partners;
        this.issuing = issuing;
        this.due = due;
        this.config = config;
        this.clock = clock;
    }

    /** Adds jobs for months whose grace has ended. */
    @Transactional
    void addDue() {
        due.add();
    }

    @Transactional
    List<Closing> unfinished() {
        return closings.unfinished();
    }

    /** Writes down whose months are to be closed. */
    @Transactional
    void plan(Closing closing) {
        if (closing.state() == Closing.State.QUEUED) {
            items.add(
                    closing.month(),
                    partners.before(Period.end(closing.month())).stream()
                            .map(Partner::id)
                            .toList());
            closings.start(closing.id());
        }
    }

    @Transactional
    Optional<ClosingItems.Claim> claim(Closing closing) {
        return items.claimNext(closing.month(), ClosingItems.FIRST, config.lease());
    }

    @Transactional
    Optional<ClosingItems.Claim> claim(Closing closing, UUID partnerId) {
        return items.claim(closing.month(), partnerId, config.lease());
    }

    @Transactional
    Optional<Closing> of(YearMonth month) {
        return closings.of(month);
    }

    /** Statement, lines, event and the end of the claim commit together, or not at all. */
    @Transactional
    void close(Closing closing, ClosingItems.Claim claim) {
        if (items.lock(claim)) {
            end(claim, prepare(closing, claim));
        }
    }

    /**
     * Claims and closes one partner after the other, and commits them together: small ones cost less than a commit each.
     * Numbers are drawn last, since every worker waits for them. False where nobody was left.
     */
    @Transactional
    boolean closeSome(Closing closing) {
        Map<ClosingItems.Claim, Issuable> prepared = new LinkedHashMap<>();
        int lines = 0;
        UUID last = ClosingItems.FIRST;
        while (prepared.size() < config.together() && lines < MOST_LINES_TOGETHER) {
            Optional<ClosingItems.Claim> claim = items.claimNext(closing.month(), last, config.lease());
            if (claim.isEmpty()) {
                break;
            }
            last = claim.get().partnerId();
            Issuable issuable = prepare(closing, claim.get());
            prepared.put(claim.get(), issuable);
            lines += issuable instanceof Issuable.Bill bill ? bill.lineCount() : 0;
        }
        prepared.forEach(this::end);
        return !prepared.isEmpty();
    }

    private Issuable prepare(Closing closing, ClosingItems.Claim claim) {
        items.lockPartner(claim.partnerId());
        Partner partner = partners.find(claim.partnerId()).orElseThrow();
        return issuing.prepare(partner, closing.month(), closing.effectiveAt(), claim.released());
    }

    private void end(ClosingItems.Claim claim, Issuable issuable) {
        if (issuable instanceof Issuable.Held held) {
            items.hold(claim, held.reason());
            return;
        }
        if (issuable instanceof Issuable.Bill bill) {
            issuing.issue(bill);
        }
        items.done(claim);
    }

    @Transactional
    void failed(ClosingItems.Claim claim) {
        if (claim.attempts() >= config.attempts()) {
            items.hold(claim, "failed");
        } else {
            items.giveBack(claim, config.retryAfter());
        }
    }

    /** False where something is left to do, or another one finished it. */
    @Transactional
    boolean finish(Closing closing) {
        return closings.finish(closing, clock.instant());
    }
}
