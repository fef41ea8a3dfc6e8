package dev.kontor.reporting.statements;

import dev.kontor.reporting.drawing.Type;
import dev.kontor.reporting.pages.Paper;
import dev.kontor.reporting.statements.Statement.Line;
import java.math.BigDecimal;
import java.util.List;

/** One row of a statement's table. */
sealed interface StatementRow {
    double height();

    /** The customer whose lines follow, its name written out; where it continues, on one line. */
    record Customer(String name, boolean continued) implements StatementRow {
        static final Type TYPE = Type.STRONG;
        static final double LINE = 11;

        List<String> lines() {
            return TYPE.lines(name, Paper.CONTENT);
        }

        @Override
        public double height() {
            return continued ? 22 : 22 + Math.max(0, lines().size() - 1) * LINE;
        }
    }

    record Item(Line line) implements StatementRow {
        @Override
        public double height() {
            return line.isExplained() ? 26 : 15;
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
