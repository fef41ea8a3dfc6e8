package dev.kontor.reporting.statements;

import dev.kontor.reporting.statements.Statement.Line;
import java.math.BigDecimal;

/** One row of a statement's table. */
sealed interface StatementRow {
    double height();

    /** The customer whose lines follow. */
    record Customer(String name, boolean continued) implements StatementRow {
        @Override
        public double height() {
            return 22;
        }
    }

    record Item(Line line) implements StatementRow {
        @Override
        public double height() {
            return 15;
        }
    }

    record CustomerTotal(String name, BigDecimal sum) implements StatementRow {
        @Override
        public double height() {
            return 16;
        }
    }

    /** The sum of all lines so far, at the end of a page. */
    record CarriedForward(BigDecimal sum) implements StatementRow {
        @Override
        public double height() {
            return 18;
        }
    }

    /** The same at the top of the next one. */
    record BroughtForward(BigDecimal sum) implements StatementRow {
        @Override
        public double height() {
            return 18;
        }
    }

    record Total(BigDecimal sum) implements StatementRow {
        @Override
        public double height() {
            return 34;
        }
    }
}
