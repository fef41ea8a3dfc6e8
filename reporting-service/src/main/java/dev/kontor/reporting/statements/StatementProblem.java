package dev.kontor.reporting.statements;

import dev.kontor.platform.web.Problem;
import dev.kontor.reporting.ReportingProblem;
import java.math.BigDecimal;

/** Why a statement is not printed. */
final class StatementProblem {

    private StatementProblem() {}

    /** Paper that doesn't add up would be worse than none. */
    static Problem sumsDiffer(BigDecimal lines, BigDecimal total) {
        return ReportingProblem.STATEMENT_SUMS_DIFFER.problem(lines.toPlainString(), total.toPlainString());
    }
}
