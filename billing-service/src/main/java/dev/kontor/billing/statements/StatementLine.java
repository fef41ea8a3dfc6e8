package dev.kontor.billing.statements;

import dev.kontor.billing.counting.CountMethod;
import dev.kontor.billing.ratedmonths.BilledLine;
import dev.kontor.platform.database.Row;

/** A billed line with the customer's name as it was then. */
record StatementLine(String customerName, BilledLine billed) {

    static StatementLine read(Row row) {
        return new StatementLine(
                row.text("customer_name"),
                new BilledLine(
                        row.id("customer_id"),
                        row.text("product"),
                        row.decimal("ordered"),
                        row.decimal("actual"),
                        row.decimal("billable"),
                        CountMethod.of(row.text("count_method")).orElseThrow(),
                        row.date("as_of"),
                        row.text("band"),
                        row.decimal("unit_price"),
                        row.decimal("amount"),
                        row.month("corrects_month")));
    }
}
