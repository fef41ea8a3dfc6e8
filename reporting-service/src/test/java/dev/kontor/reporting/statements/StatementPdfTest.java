package dev.kontor.reporting.statements;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.reporting.Conformance;
import dev.kontor.reporting.PdfText;
import dev.kontor.reporting.PostAddress;
import dev.kontor.reporting.Samples;
import dev.kontor.reporting.drawing.Wording;
import dev.kontor.reporting.pages.Logo;
import dev.kontor.reporting.statements.Statement.Amount;
import dev.kontor.reporting.statements.Statement.Line;
import dev.kontor.reporting.statements.Statement.Part;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StatementPdfTest {

    private static final Statement.Party SELLER = new Statement.Party(
            "Kontor Security GmbH",
            new PostAddress(List.of("Hafenweg 7"), "Hamburg", null, "DE", "20457"),
            "DE136695976");
    private static final Statement.Party BUYER = new Statement.Party(
            "Nordlicht IT GmbH", new PostAddress(List.of("Torstraße 1"), "Berlin", null, "DE", "10115"), "DE129273398");

    private static final Wording GERMAN = Wording.of(Locale.GERMAN);
    private static final Wording ENGLISH = Wording.of(Locale.ENGLISH);

    @Test
    void everyFigureIsOnPaper() {
        var text = PdfText.of(print(statement(80), GERMAN));

        assertThat(text)
                .contains("Abrechnung 2026-11-000042", "Nordlicht IT GmbH", "Abrechnungsmonat November 2026")
                .contains(
                        "Höchster Tag 17.11.",
                        "Endgültig",
                        "Fassung 2",
                        "80 Positionen",
                        "Endpoint Advanced",
                        "Übertrag",
                        "Seite 1 von");
        for (var i = 0; i < 80; i++) {
            assertThat(text).contains(GERMAN.number(quantity(i)), GERMAN.fixed(amount(i), 2));
        }
        assertThat(text).contains(GERMAN.fixed(statement(80).total().amount(), 2) + "\u00A0EUR");
    }

    /** domain.md rule 22. */
    @Test
    void anAmountThatIsMoreThanSoManyUnitsSaysWhatItIsMadeOf() {
        assertThat(PdfText.of(print(statement(80), GERMAN)))
                .contains("Grundgebühr\u00A07,00", "Nicht berechnet über dem Höchstbetrag\u00A0–8,00");
        assertThat(PdfText.of(print(statement(80), ENGLISH)))
                .contains("Units\u00A0" + ENGLISH.fixed(amount(4).add(BigDecimal.ONE), 2), "Flat fee\u00A07.00");
    }

    @Test
    void theSumCarriedOffAPageIsTheSumBroughtOntoTheNext() {
        var pdf = print(statement(80), ENGLISH);

        var carried = after(PdfText.ofPage(pdf, 1), "Carried forward");
        assertThat(carried).isNotBlank().isEqualTo(after(PdfText.ofPage(pdf, 2), "Brought forward"));
    }

    @Test
    void theSameStatementGivesTheSameBytes() {
        assertThat(print(statement(80), ENGLISH)).isEqualTo(print(statement(80), ENGLISH));
    }

    @Test
    void itIsTaggedAndToBeKeptForLongAsVeraPDFSeesIt() {
        assertThat(Conformance.violations(print(statement(80), GERMAN))).isEmpty();
    }

    @Test
    void anEstimateSaysSoAndHasNoNumber() {
        var open = new Statement(
                null,
                null,
                YearMonth.of(2026, 12),
                "open",
                null,
                "JPY",
                new Amount(BigDecimal.ZERO, "JPY"),
                null,
                List.of(),
                new Statement.Partner(null, Samples.LONG_NAME, null),
                null,
                new Statement.Party(Samples.LONG_NAME, null, null));

        var text = PdfText.of(new StatementPdf(open, ENGLISH).write(null, Map.of()));
        assertThat(text)
                .contains("Statement (estimate)", "Open (estimate)", "0\u00A0JPY")
                .doesNotContain("0.00");
    }

    @Test
    void thePeriodIsInDatesAndTheTotalStandsAtTheTopAsWell() {
        var german = PdfText.ofPage(print(statement(80), GERMAN), 1);

        assertThat(german)
                .contains(GERMAN.mediumDate(LocalDate.of(2026, 11, 1)) + " – "
                        + GERMAN.mediumDate(LocalDate.of(2026, 11, 30)))
                .contains("Gesamtsumme", GERMAN.fixed(statement(80).total().amount(), 2) + "\u00A0EUR");
        assertThat(PdfText.ofPage(print(statement(80), ENGLISH), 1))
                .contains(ENGLISH.mediumDate(LocalDate.of(2026, 11, 1)) + " – "
                        + ENGLISH.mediumDate(LocalDate.of(2026, 11, 30)));
    }

    @Test
    void bothSidesStandThereWithTheirAddresses() {
        assertThat(PdfText.ofPage(print(statement(80), ENGLISH), 1))
                .contains("Kontor Security GmbH", "Hafenweg 7", "DE-20457 Hamburg", "DE136695976")
                .contains("Nordlicht IT GmbH", "Torstraße 1", "DE-10115 Berlin", "DE129273398");
    }

    @Test
    void aColumnThatIsEmptyThroughoutIsNotThere() {
        assertThat(PdfText.of(print(statement(3), GERMAN))).contains("Bestellt", "Genutzt", "Zählung");
        assertThat(PdfText.of(print(nothingButAmounts(3), GERMAN)))
                .doesNotContain("Bestellt", "Genutzt", "Zählung", "Berechnet")
                .contains("Menge", "Einzelpreis", "Betrag");
    }

    @Test
    void tenThousandLinesArePrintedWhole() {
        var pdf = print(statement(10_000), ENGLISH);

        var pages = PdfText.pages(pdf);
        assertThat(PdfText.ofPage(pdf, pages))
                .contains("Page " + pages + " of " + pages)
                .contains(ENGLISH.fixed(statement(10_000).total().amount(), 2));
    }

    private static String after(String text, String label) {
        return text.lines()
                .filter(line -> line.contains(label))
                .map(line ->
                        line.substring(line.indexOf(label) + label.length()).strip())
                .findFirst()
                .orElse("");
    }

    private static byte[] print(Statement statement, Wording wording) {
        return new StatementPdf(statement, wording)
                .write(Logo.of(Samples.logo(400, 80)), Map.of("endpoint-advanced", "Endpoint Advanced"));
    }

    private static BigDecimal quantity(int i) {
        return BigDecimal.valueOf(1000 + i);
    }

    private static BigDecimal amount(int i) {
        return quantity(i).multiply(new BigDecimal("2.35")).setScale(2);
    }

    /** One in four has a flat fee and a maximum, one in nine is from before parts were kept. */
    private static List<Part> parts(int i) {
        if (i % 9 == 0) {
            return null;
        }
        var units = new Part("units", new Amount(i % 4 == 0 ? amount(i).add(BigDecimal.ONE) : amount(i), "EUR"));
        return i % 4 == 0
                ? List.of(
                        units,
                        new Part("flat-fee", new Amount(new BigDecimal("7.00"), "EUR")),
                        new Part("maximum", new Amount(new BigDecimal("-8.00"), "EUR")))
                : List.of(units);
    }

    private static Statement statement(int count) {
        var lines = new ArrayList<Line>();
        var sum = BigDecimal.ZERO;
        for (var i = 0; i < count; i++) {
            lines.add(new Line(
                    new UUID(1, i / 3),
                    i % 5 == 0 ? Samples.LONG_NAME : "Kunde " + i / 3,
                    "endpoint-advanced",
                    quantity(i),
                    quantity(i),
                    quantity(i),
                    "peak",
                    LocalDate.of(2026, 11, 17),
                    new BigDecimal("2.35"),
                    new Amount(amount(i), "EUR"),
                    parts(i),
                    i % 7 == 0 ? YearMonth.of(2026, 9) : null));
            sum = sum.add(amount(i));
        }
        return new Statement(
                new UUID(2, 2),
                "2026-11-000042",
                YearMonth.of(2026, 11),
                "final",
                2,
                "EUR",
                new Amount(sum, "EUR"),
                "3fa412cd9e77aa01bbcc",
                lines,
                new Statement.Partner(null, "Nordlicht IT GmbH", null),
                SELLER,
                BUYER);
    }

    private static Statement nothingButAmounts(int count) {
        var whole = statement(count);
        return new Statement(
                whole.id(),
                whole.number(),
                whole.month(),
                whole.state(),
                whole.version(),
                whole.currency(),
                whole.total(),
                whole.contentHash(),
                whole.lines().stream()
                        .map(line -> new Line(
                                line.customerId(),
                                "Bäckerei Sommer",
                                line.product(),
                                null,
                                null,
                                line.billableQuantity(),
                                null,
                                null,
                                line.unitPrice(),
                                line.amount(),
                                line.parts(),
                                line.correctsMonth()))
                        .toList(),
                whole.partner(),
                whole.seller(),
                whole.buyer());
    }
}
