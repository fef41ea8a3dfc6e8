package dev.kontor.billing.statements;

import dev.kontor.billing.bills.BilledLine;
import dev.kontor.billing.calendar.BillingMonths;
import dev.kontor.billing.copies.Partner;
import dev.kontor.platform.web.Problem;
import dev.kontor.platform.web.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads statements, issued ones and estimates alike, as the caller. */
@ApplicationScoped
class StatementReading {

    private final Statements statements;
    private final MonthBills bills;
    private final Clock clock;

    StatementReading(Statements statements, MonthBills bills, Clock clock) {
        this.statements = statements;
        this.bills = bills;
        this.clock = clock;
    }

    /** The month's statement: none for a month that has not begun, or in which there was no such partner. */
    @Transactional
    Optional<StatementContent> ofMonth(Partner partner, YearMonth month) {
        Optional<StatementContent> issued =
                statements.latest(partner.id(), month).map(statement -> content(statement, StatementView.MOST_LINES));
        return issued.isPresent() ? issued : estimate(partner, month);
    }

    /** Every month's, newest first. */
    @Transactional
    List<Statement> all(Partner partner) {
        List<Statement> all = new ArrayList<>(statements.ofPartner(partner.id()));
        notIssued(partner, all).forEach(month -> estimate(partner, month)
                .map(StatementContent::statement)
                .ifPresent(all::add));
        all.sort(Comparator.comparing(Statement::month)
                .thenComparing(Statement::version)
                .reversed());
        return all;
    }

    /** A statement with its lines, unless there are more of them than the caller wants. */
    @Transactional
    StatementContent find(Partner partner, UUID id, int mostLines) {
        return statements
                .find(id)
                .map(statement -> content(statement, mostLines))
                .or(() -> estimate(partner, id))
                .orElseThrow(Problems::notFound);
    }

    /** The lines of a statement from {@code first} on, counted from 0. */
    @Transactional
    List<StatementLineView> lines(Partner partner, UUID id, int first, int most) {
        StatementContent part = statements
                .find(id)
                .map(issued -> new StatementContent(issued, statements.lines(issued, first, most)))
                .or(() -> estimate(partner, id).map(whole -> whole.part(first, most)))
                .orElseThrow(Problems::notFound);
        return part.lineViews();
    }

    private StatementContent content(Statement statement, int mostLines) {
        return new StatementContent(
                statement,
                statement.lineCount() > mostLines ? List.of() : statements.lines(statement, 0, statement.lineCount()));
    }

    private Optional<StatementContent> estimate(Partner partner, UUID id) {
        return notIssued(partner, statements.ofPartner(partner.id())).stream()
                .filter(month -> Statement.idOf(partner.id(), month, 1).equals(id))
                .findFirst()
                .flatMap(month -> estimate(partner, month));
    }

    private List<YearMonth> notIssued(Partner partner, List<Statement> issued) {
        List<YearMonth> months = issued.stream().map(Statement::month).toList();
        YearMonth present = BillingMonths.of(clock.instant());
        return BillingMonths.of(partner.since())
                .atDay(1)
                .datesUntil(present.plusMonths(1).atDay(1), java.time.Period.ofMonths(1))
                .map(YearMonth::from)
                .filter(month -> !months.contains(month))
                .toList();
    }

    private Optional<StatementContent> estimate(Partner partner, YearMonth month) {
        Instant now = clock.instant();
        boolean there = !month.isAfter(BillingMonths.of(now)) && !month.isBefore(BillingMonths.of(partner.since()));
        if (!there) {
            return Optional.empty();
        }
        MonthBill bill = bills.bill(partner, month, now).orElseThrow(() -> Problem.of(409, "price-book-missing"));
        Statement statement = new Statement(
                Statement.idOf(partner.id(), month, 1),
                null,
                partner.id(),
                month,
                month.isBefore(BillingMonths.of(now)) ? StatementState.DRAFT : StatementState.OPEN,
                1,
                bill.prices().book().currency(),
                BilledLine.total(bill.billed()).setScale(bill.prices().book().digits()),
                bill.lines().size(),
                null,
                bill.prices().id(),
                bill.prices().version(),
                null);
        return Optional.of(new StatementContent(statement, bill.lines()));
    }
}
