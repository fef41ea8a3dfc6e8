package dev.kontor.billing.statements;

import dev.kontor.billing.bills.BilledLine;
import dev.kontor.billing.bills.QuantityJump;
import dev.kontor.billing.bills.RatedMonth;
import dev.kontor.billing.copies.Partner;
import dev.kontor.billing.counting.Period;
import dev.kontor.platform.messaging.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Issues a partner's statement of a month, or says why not; in the caller's transaction, as worker. */
@ApplicationScoped
public class Issuing {

    private static final int FIRST_VERSION = 1;
    private static final int MONTHS_COMPARED = 3;

    private final MonthBills bills;
    private final Statements statements;
    private final Outbox outbox;
    private final StatementConfig config;

    Issuing(MonthBills bills, Statements statements, Outbox outbox, StatementConfig config) {
        this.bills = bills;
        this.statements = statements;
        this.outbox = outbox;
        this.config = config;
    }

    /**
     * Issues once; a second time changes nothing. Where the statement before was taken back, the next version.
     *
     * @param issuedAt the first version's date; a later one's is when the one before was taken back
     * @param released whether somebody has looked at a jump and let it pass; a broken invariant never passes
     */
    public Issued issue(Partner partner, YearMonth month, Instant issuedAt, boolean released) {
        Optional<Statement> before =
                statements.versions(partner.id(), month).stream().findFirst();
        if (before.isPresent() && !before.get().isVoid()) {
            return new Issued.Statement();
        }
        Optional<MonthBill> bill = bills.bill(partner, month, Period.end(month));
        Optional<String> objection =
                bill.isEmpty() ? Optional.of("price-book-missing") : objection(partner, month, bill.get(), released);
        if (objection.isPresent()) {
            return new Issued.Held(objection.get());
        }
        Statement statement = statement(
                partner,
                month,
                before.map(its -> its.version() + 1).orElse(FIRST_VERSION),
                before.map(Statement::voidedAt).orElse(issuedAt),
                bill.orElseThrow());
        statements.add(statement, bill.orElseThrow());
        outbox.append(StatementFinalized.of(statement));
        return new Issued.Statement();
    }

    private Optional<String> objection(Partner partner, YearMonth month, MonthBill bill, boolean released) {
        RatedMonth rated = bill.rated();
        if (!rated.withoutPrice().isEmpty()) {
            return Optional.of("price-missing: " + String.join(", ", rated.withoutPrice()));
        }
        if (!bill.inOtherCurrency().isEmpty()) {
            // Amounts of two currencies don't add up; the closed month can be taken back and issued again.
            return Optional.of(
                    "correction-in-other-currency: " + bill.inOtherCurrency().first());
        }
        if (BilledLine.total(rated.lines()).compareTo(rated.total()) != 0) {
            return Optional.of("lines-differ-from-total");
        }
        if (released) {
            return Optional.empty();
        }
        List<Map<String, BigDecimal>> earlier = IntStream.rangeClosed(1, MONTHS_COMPARED)
                .mapToObj(month::minusMonths)
                .map(before -> statements.quantities(partner.id(), before))
                .toList();
        return new QuantityJump(config.jumpTimes(), config.jumpAbove())
                .in(rated.lines(), earlier)
                .map(product -> "quantity-jump: " + product);
    }

    private Statement statement(Partner partner, YearMonth month, int version, Instant issuedAt, MonthBill bill) {
        int year = issuedAt.atOffset(ZoneOffset.UTC).getYear();
        Statement statement = new Statement(
                Statement.idOf(partner.id(), month, version),
                "%s-%d-%06d".formatted(config.issuer(), year, statements.nextNumber(config.issuer(), year)),
                partner.id(),
                month,
                StatementState.FINAL,
                version,
                bill.prices().book().currency(),
                bill.total(),
                bill.credit(),
                bill.lines().size(),
                null,
                bill.prices().id(),
                bill.prices().version(),
                issuedAt,
                null);
        return statement.withHash(ContentHash.of(statement, bill.lines(), bill.inputs()));
    }
}
