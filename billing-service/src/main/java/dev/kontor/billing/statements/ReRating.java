package dev.kontor.billing.statements;

import dev.kontor.billing.copies.Partners;
import dev.kontor.billing.counting.Period;
import dev.kontor.billing.ratedmonths.BilledLine;
import dev.kontor.billing.ratedmonths.Corrections;
import dev.kontor.billing.rules.RulesVersion;
import dev.kontor.platform.security.rows.RowScope;
import dev.kontor.platform.web.Money;
import dev.kontor.platform.web.Problem;
import dev.kontor.platform.web.Problems;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.UUID;

/** Has a closed month rated by today's rules, where an operator wants that, who sees the difference first (domain.md rule 24). */
@ApplicationScoped
class ReRating {

    private final MonthBills bills;
    private final Statements statements;
    private final Partners partners;
    private final Voiding voiding;

    ReRating(MonthBills bills, Statements statements, Partners partners, Voiding voiding) {
        this.bills = bills;
        this.statements = statements;
        this.partners = partners;
        this.voiding = voiding;
    }

    /**
     * Compares, and unless that is all, takes the statement back and has the month issued again. Outside any transaction.
     *
     * @throws Problem 404 where the month of such a partner has no statement
     */
    ReRatingView reRate(UUID partnerId, YearMonth month, boolean dryRun) {
        // What a bill is made from is read as those read it who close months.
        var compared = RowScope.worker()
                .call(() -> QuarkusTransaction.requiringNew().call(() -> compare(partnerId, month, dryRun)));
        if (dryRun) {
            return compared;
        }
        var told = voiding.reRate(compared);
        voiding.reissue(told.partnerId(), told.month());
        return told;
    }

    private ReRatingView compare(UUID partnerId, YearMonth month, boolean dryRun) {
        var partner = partners.find(partnerId).orElseThrow(Problems::notFound);
        var statement = statements.inForce(partnerId, month).orElseThrow(Problems::notFound);
        var rated = bills.bill(partner, month, Period.end(month)).orElseThrow();
        var billed = statements.billedFor(partnerId, month);
        var currency = rated.prices().book().currency();
        var differences = Corrections.of(month, rated.rated().lines(), billed);
        return new ReRatingView(
                partnerId,
                month.toString(),
                dryRun,
                statement.id(),
                ReRatingView.text(statement.rules().version()),
                ReRatingView.text(RulesVersion.TODAY),
                Money.of(BilledLine.total(billed), statement.currency()),
                Money.of(rated.rated().total(), currency),
                differences.size(),
                bills.named(partner, month, differences).stream()
                        .limit(StatementView.MOST_LINES)
                        .map(line -> StatementLineView.of(line, currency))
                        .toList());
    }
}
