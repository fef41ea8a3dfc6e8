package dev.kontor.billing.statements;

import java.util.List;

/** A statement with its lines, or some of them. */
record StatementContent(Statement statement, List<StatementLine> lines) {

    StatementContent part(int first, int most) {
        return new StatementContent(
                statement, lines.stream().skip(first).limit(most).toList());
    }

    List<StatementLineView> lineViews() {
        return lines.stream()
                .map(line -> StatementLineView.of(line, statement.currency()))
                .toList();
    }
}
