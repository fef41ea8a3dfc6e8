package dev.kontor.reporting.statements;

import dev.kontor.platform.web.Problem;
import java.math.BigDecimal;

/** Why a statement is not printed. */
final class StatementProblem {

    private StatementProblem() {}

    /** Paper that doesn't add up would be worse than none. */
    static Problem sumsDiffer(BigDecimal lines, BigDecimal total) {
        return Problem.of(422, "statement-sums-differ", lines.toPlainString(), total.toPlainString());
    }
}
