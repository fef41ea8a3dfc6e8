package dev.kontor.billing.statements;

import java.util.List;

/** A statement with all of its lines. */
record StatementContent(Statement statement, List<StatementLine> lines) {

    List<StatementLineView> lineViews() {
        return lines.stream()
                .map(line -> StatementLineView.of(line, statement.currency()))
                .toList();
    }
}
