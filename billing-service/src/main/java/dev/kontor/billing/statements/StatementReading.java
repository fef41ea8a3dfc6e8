package dev.kontor.billing.statements;

import dev.kontor.billing.BillingProblem;
import dev.kontor.billing.calendar.BillingMonths;
import dev.kontor.billing.copies.Customers;
import dev.kontor.billing.copies.Partner;
import dev.kontor.platform.web.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
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
        var issued = statements.versions(partner.id(), month);
        var all = new ArrayList<StatementContent>();
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
        var externalIds = new HashMap<UUID, String>();
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
        var all = new ArrayList<>(statements.ofPartner(partner.id()));
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
        var part = statements
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
        var next = new TreeMap<YearMonth, Integer>();
        var present = BillingMonths.of(clock.instant());
        for (var month = BillingMonths.of(partner.since()); !month.isAfter(present); month = month.plusMonths(1)) {
            next.put(month, 1);
        }
        issued.forEach(statement -> next.merge(statement.month(), statement.version() + 1, Math::max));
        issued.stream().filter(statement -> !statement.isVoid()).forEach(statement -> next.remove(statement.month()));
        return next;
    }

    private Optional<StatementContent> estimate(Partner partner, YearMonth month, int version) {
        var now = clock.instant();
        var there = !month.isAfter(BillingMonths.of(now)) && !month.isBefore(BillingMonths.of(partner.since()));
        if (!there) {
            return Optional.empty();
        }
        var bill = estimates.of(partner, month, now).orElseThrow(() -> BillingProblem.PRICE_BOOK_MISSING.problem());
        var state = month.isBefore(BillingMonths.of(now)) ? StatementState.DRAFT : StatementState.OPEN;
        return Optional.of(new StatementContent(Statement.of(partner.id(), month, version, state, bill), bill.lines()));
    }
}
