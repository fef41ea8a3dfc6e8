package dev.kontor.billing.statements;

import dev.kontor.billing.calendar.BillingMonths;
import dev.kontor.billing.copies.Customers;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** Reads statements, issued ones and estimates alike, as the caller. */
@ApplicationScoped
class StatementReading {

    private final Statements statements;
    private final Estimates estimates;
    private final Customers customers;
    private final Clock clock;

    StatementReading(Statements statements, Estimates estimates, Customers customers, Clock clock) {
        this.statements = statements;
        this.estimates = estimates;
        this.customers = customers;
        this.clock = clock;
    }

    /**
     * The month's statements, the one that counts first, then those taken back: none for a month that has not begun, or
     * in which there was no such partner.
     */
    @Transactional
    List<StatementContent> ofMonth(Partner partner, YearMonth month, int mostLines) {
        List<Statement> issued = statements.versions(partner.id(), month);
        List<StatementContent> all = new ArrayList<>();
        if (issued.stream().allMatch(Statement::isVoid)) {
            estimate(partner, month, issued.size() + 1).ifPresent(all::add);
        }
        issued.forEach(statement -> all.add(content(statement, mostLines)));
        return all;
    }

    /** The statement of a month that counts, with every line. */
    @Transactional
    Optional<StatementContent> whole(Partner partner, YearMonth month) {
        return statements
                .inForce(partner.id(), month)
                .map(statement -> content(statement, Integer.MAX_VALUE))
                .or(() -> estimate(
                        partner, month, statements.versions(partner.id(), month).size() + 1));
    }

    /** What their own tools call these customers. */
    @Transactional
    Map<UUID, String> externalIds(StatementContent content) {
        Map<UUID, String> externalIds = new HashMap<>();
        customers
                .relations(content.lines().stream()
                        .map(line -> line.billed().customerId())
                        .distinct()
                        .toList())
                .stream()
                .filter(relation -> relation.externalId() != null)
                .forEach(relation -> externalIds.put(relation.customerId(), relation.externalId()));
        return externalIds;
    }

    /** Every month's, newest first. */
    @Transactional
    List<Statement> all(Partner partner) {
        List<Statement> all = new ArrayList<>(statements.ofPartner(partner.id()));
        notIssued(partner, all).forEach((month, version) -> estimate(partner, month, version)
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

    @Transactional
    int lineCount(Partner partner, UUID id) {
        return statements
                .find(id)
                .or(() -> estimate(partner, id).map(StatementContent::statement))
                .orElseThrow(Problems::notFound)
                .lineCount();
    }

    private StatementContent content(Statement statement, int mostLines) {
        return new StatementContent(
                statement,
                statement.lineCount() > mostLines ? List.of() : statements.lines(statement, 0, statement.lineCount()));
    }

    private Optional<StatementContent> estimate(Partner partner, UUID id) {
        return notIssued(partner, statements.ofPartner(partner.id())).entrySet().stream()
                .filter(next -> Statement.idOf(partner.id(), next.getKey(), next.getValue())
                        .equals(id))
                .findFirst()
                .flatMap(next -> estimate(partner, next.getKey(), next.getValue()));
    }

    /** The version that comes next, by month, where no statement is in force. */
    private Map<YearMonth, Integer> notIssued(Partner partner, List<Statement> issued) {
        Map<YearMonth, Integer> next = new TreeMap<>();
        YearMonth present = BillingMonths.of(clock.instant());
        for (YearMonth month = BillingMonths.of(partner.since());
                !month.isAfter(present);
                month = month.plusMonths(1)) {
            next.put(month, 1);
        }
        issued.forEach(statement -> next.merge(statement.month(), statement.version() + 1, Math::max));
        issued.stream().filter(statement -> !statement.isVoid()).forEach(statement -> next.remove(statement.month()));
        return next;
    }

    private Optional<StatementContent> estimate(Partner partner, YearMonth month, int version) {
        Instant now = clock.instant();
        boolean there = !month.isAfter(BillingMonths.of(now)) && !month.isBefore(BillingMonths.of(partner.since()));
        if (!there) {
            return Optional.empty();
        }
        MonthBill bill = estimates.of(partner, month, now).orElseThrow(() -> Problem.of(409, "price-book-missing"));
        Statement statement = new Statement(
                Statement.idOf(partner.id(), month, version),
                null,
                partner.id(),
                month,
                month.isBefore(BillingMonths.of(now)) ? StatementState.DRAFT : StatementState.OPEN,
                version,
                bill.prices().book().currency(),
                bill.total(),
                bill.credit(),
                bill.lines().size(),
                null,
                bill.prices().id(),
                bill.prices().version(),
                null,
                null);
        return Optional.of(new StatementContent(statement, bill.lines()));
    }
}
