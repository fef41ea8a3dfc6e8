package dev.kontor.billing.statements;

import dev.kontor.billing.copies.Partner;
import dev.kontor.billing.counting.Period;
import dev.kontor.billing.ratedmonths.BilledLine;
import dev.kontor.billing.ratedmonths.QuantityJump;
import dev.kontor.billing.ratedmonths.RatedMonth;
import dev.kontor.billing.storedusage.UsageLevels;
import dev.kontor.platform.messaging.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Issues a partner's statement of a month, or says why not; in the caller's transaction, as worker. */
@ApplicationScoped
public class Issuing {

    private static final int FIRST_VERSION = 1;
    private static final int MONTHS_COMPARED = 3;

    private final MonthBills bills;
    private final Statements statements;
    private final UsageLevels usage;
    private final Outbox outbox;
    private final StatementConfig config;

    Issuing(MonthBills bills, Statements statements, UsageLevels usage, Outbox outbox, StatementConfig config) {
        this.bills = bills;
        this.statements = statements;
        this.usage = usage;
        this.outbox = outbox;
        this.config = config;
    }

    /**
     * Looks at a month before it is issued; where the statement before was taken back, the next version. Writes nothing,
     * so that what partners share, the next number, is not held while their usage is counted.
     *
     * @param issuedAt the first version's date; a later one's is when the one before was taken back
     * @param released whether somebody has looked at a jump or at stale usage and let it pass; a broken invariant never passes
     */
    public Issuable prepare(Partner partner, YearMonth month, Instant issuedAt, boolean released) {
        var before = statements.versions(partner.id(), month).stream().findFirst();
        if (before.isPresent() && !before.get().isVoid()) {
            return new Issuable.Already();
        }
        var bill = bills.bill(partner, month, Period.end(month));
        var objection =
                bill.isEmpty() ? Optional.of("price-book-missing") : objection(partner, month, bill.get(), released);
        if (objection.isPresent()) {
            return new Issuable.Held(
                    objection.get(), bill.map(its -> its.rated().stale()).orElse(List.of()));
        }
        return new Issuable.Bill(
                partner.id(),
                month,
                before.map(its -> its.version() + 1).orElse(FIRST_VERSION),
                before.map(Statement::voidedAt).orElse(issuedAt),
                // After the usage was read: what came in between was counted.
                usage.arrivals(),
                bill.get());
    }

    /** Gives the bill its number, and issues it. */
    public IssuedStatement issue(Issuable.Bill bill) {
        var statement = statement(bill);
        statements.add(statement, bill.content());
        outbox.append(StatementFinalized.of(statement));
        return IssuedStatement.of(statement);
    }

    private Optional<String> objection(Partner partner, YearMonth month, MonthBill bill, boolean released) {
        var rated = bill.rated();
        if (!rated.withoutPrice().isEmpty()) {
            return Optional.of("price-missing: " + String.join(", ", rated.withoutPrice()));
        }
        var withoutPrice = bill.corrected().stream()
                .filter(closed -> !closed.withoutPrice().isEmpty())
                .findFirst();
        if (withoutPrice.isPresent()) {
            // Its version of the book never gets one; the month can be taken back and issued again by a later one.
            return withoutPrice.map(
                    closed -> "price-missing: " + String.join(", ", closed.withoutPrice()) + " in " + closed.month());
        }
        if (!bill.inOtherCurrency().isEmpty()) {
            // Amounts of two currencies don't add up; the closed month can be taken back and issued again.
            return Optional.of(
                    "correction-in-other-currency: " + bill.inOtherCurrency().first());
        }
        if (BilledLine.total(rated.lines()).compareTo(rated.total()) != 0) {
            return Optional.of("lines-differ-from-total");
        }
        return released ? Optional.empty() : jump(partner, month, bill).or(() -> stale(rated));
    }

    /** A sender may have fallen silent. */
    private static Optional<String> stale(RatedMonth rated) {
        return rated.isStale() ? Optional.of("stale-usage") : Optional.empty();
    }

    private Optional<String> jump(Partner partner, YearMonth month, MonthBill bill) {
        var jump = new QuantityJump(config.jumpTimes(), config.jumpAbove());
        return jump.in(bill.rated().lines(), before(partner, month))
                .map(product -> "quantity-jump: " + product)
                .or(() -> bill.corrected().stream()
                        .flatMap(closed -> jump.in(closed, before(partner, closed.month())).stream()
                                .map(product -> "quantity-jump: " + product + " in " + closed.month()))
                        .findFirst());
    }

    private Collection<Map<String, BigDecimal>> before(Partner partner, YearMonth month) {
        return statements.quantities(partner.id(), month.minusMonths(MONTHS_COMPARED), month);
    }

    private Statement statement(Issuable.Bill issued) {
        var bill = issued.content();
        var year = issued.issuedAt().atOffset(ZoneOffset.UTC).getYear();
        var number = "%s-%d-%06d".formatted(config.issuer(), year, statements.nextNumber(config.issuer(), year));
        var statement = Statement.of(issued.partnerId(), issued.month(), issued.version(), StatementState.FINAL, bill);
        return statement.issued(
                number, issued.issuedAt(), ContentHash.of(statement, bill.lines(), bill.inputs()), issued.arrivals());
    }
}
