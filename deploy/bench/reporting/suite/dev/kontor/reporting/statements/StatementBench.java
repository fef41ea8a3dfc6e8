package dev.kontor.reporting.statements;

import dev.kontor.reporting.drawing.Wording;
import dev.kontor.reporting.statements.Statement.Amount;
import dev.kontor.reporting.statements.Statement.Line;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/** Prints how many milliseconds each statement of 10,000 lines took, warm. */
final class StatementBench {

    private static final int LINES = 10_000;
    private static final int LINES_OF_A_CUSTOMER = 3;

    private StatementBench() {}

    /** {@code WARM RUNS PDF}. */
    public static void main(String[] args) throws IOException {
        List<Line> lines = IntStream.range(0, LINES).mapToObj(StatementBench::line).toList();
        BigDecimal total = lines.stream().map(line -> line.amount().amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
        Statement statement = new Statement(
                new UUID(1, 1),
                "2026-10-0001",
                YearMonth.of(2026, 10),
                "final",
                1,
                "EUR",
                new Amount(total, "EUR"),
                "0123456789abcdef0123456789abcdef",
                lines,
                new Statement.Partner(new UUID(1, 2), "Nordwind IT GmbH", null));
        int warm = Integer.parseInt(args[0]);
        int runs = Integer.parseInt(args[1]);
        byte[] pdf = {};
        for (int i = 0; i < warm + runs; i++) {
            long begun = System.nanoTime();
            pdf = new StatementPdf(statement, Wording.of(Locale.GERMAN)).write(null, Map.of());
            if (i >= warm) {
                System.out.printf(Locale.ROOT, "%.3f%n", (System.nanoTime() - begun) / 1e6);
            }
        }
        Files.write(Path.of(args[2]), pdf);
    }

    private static Line line(int i) {
        int customer = i / LINES_OF_A_CUSTOMER;
        BigDecimal quantity = BigDecimal.valueOf(1 + i % 400);
        BigDecimal price = BigDecimal.valueOf(125 + i % 700, 2);
        return new Line(
                new UUID(2, customer),
                "Bäckerei Müller " + customer,
                "endpoint-advanced",
                quantity,
                quantity,
                quantity,
                "peak",
                LocalDate.of(2026, 10, 1 + i % 31),
                price,
                new Amount(quantity.multiply(price), "EUR"),
                null,
                null);
    }
}
