package dev.kontor.reporting.bills;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.reporting.Conformance;
import dev.kontor.reporting.PdfText;
import dev.kontor.reporting.PostAddress;
import dev.kontor.reporting.Samples;
import dev.kontor.reporting.bills.Bill.Amount;
import dev.kontor.reporting.bills.Bill.Line;
import dev.kontor.reporting.bills.Bill.Part;
import dev.kontor.reporting.bills.Bill.Period;
import dev.kontor.reporting.bills.Bill.Seller;
import dev.kontor.reporting.drawing.Wording;
import dev.kontor.reporting.pages.Logo;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Rule 37: a customer's bill on its partner's paper. */
class BillPdfTest {

    private static final Wording GERMAN = Wording.of(Locale.GERMAN);
    private static final Wording ENGLISH = Wording.of(Locale.ENGLISH);

    @Test
    void everythingACustomerMustKnowIsOnPaper() {
        var text = PdfText.of(print(bill("final", 5, true), GERMAN));

        assertThat(text)
                .contains("Abrechnung November 2026", "Bäckerei Sommer", "Nordwind IT GmbH", "Hafen 2", "DE-24103 Kiel")
                .contains("USt-IdNr. DE129273398", "01.11.2026 – 30.11.2026", "Kundennummer", "C-17")
                .contains("Endpoint Advanced", "Einzelpreis", "Korrektur 09/2026", "Grundgebühr\u00A07,00")
                .doesNotContain("Schätzung", "Entwurf");
        assertThat(text.indexOf("115,00\u00A0EUR"))
                .as("the total stands at the top, too")
                .isBetween(0, text.indexOf("Endpoint Advanced"));
        assertThat(text.split("115,00\u00A0EUR", -1)).hasSize(3);
    }

    @Test
    void whatMayStillChangeSaysSo() {
        assertThat(PdfText.of(print(bill("open", 1, true), ENGLISH))).contains("Bill for November 2026", "estimate");
        assertThat(PdfText.of(print(bill("draft", 1, true), GERMAN))).contains("Entwurf");
    }

    @Test
    void thereIsNoColumnWithoutAnyPrice() {
        assertThat(PdfText.of(print(bill("final", 3, false), ENGLISH))).doesNotContain("Unit price");
    }

    @Test
    void aMonthWithoutUsageIsABillOfNothing() {
        assertThat(PdfText.of(print(bill("final", 0, true), ENGLISH)))
                .contains("No usage in this period", "0.00\u00A0EUR");
    }

    @Test
    void noPageHoldsTheTotalAloneOrOneLine() {
        for (var lines = 20; lines < 90; lines++) {
            var pdf = print(bill("final", lines, true), ENGLISH);
            var last = PdfText.ofPage(pdf, PdfText.pages(pdf));

            assertThat(last.split("Endpoint Advanced", -1)).as(lines + " lines").hasSizeGreaterThan(3);
        }
    }

    @Test
    void itIsTaggedAndToBeKeptForLongAsVeraPDFSeesIt() {
        assertThat(Conformance.violations(print(bill("final", 60, true), GERMAN)))
                .isEmpty();
    }

    @Test
    void theSameBillGivesTheSameBytes() {
        assertThat(print(bill("final", 60, true), ENGLISH)).isEqualTo(print(bill("final", 60, true), ENGLISH));
    }

    private static byte[] print(Bill bill, Wording wording) {
        return new BillPdf(bill, wording).write(Logo.of(Samples.logo(400, 80)));
    }

    private static Bill bill(String state, int count, boolean priced) {
        var lines = new ArrayList<Line>();
        for (var i = 0; i < count; i++) {
            var parts = i % 4 == 3
                    ? List.of(new Part("units", amount("16.00")), new Part("flat-fee", amount("7.00")))
                    : List.of(new Part("units", amount("23.00")));
            lines.add(new Line(
                    "Endpoint Advanced",
                    new BigDecimal("4"),
                    priced ? new BigDecimal("5.75") : null,
                    amount("23.00"),
                    parts,
                    i % 5 == 4 ? YearMonth.of(2026, 9) : null));
        }
        return new Bill(
                new UUID(1, 1),
                "Bäckerei Sommer",
                "C-17",
                YearMonth.of(2026, 11),
                new Period(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 30)),
                state,
                "EUR",
                new Seller(
                        "Nordwind IT",
                        "Nordwind IT GmbH",
                        new PostAddress(List.of("Hafen 2"), "Kiel", null, "DE", "24103"),
                        "DE129273398",
                        "rechnungen@nordwind.example"),
                lines,
                amount(new BigDecimal("23.00")
                        .multiply(BigDecimal.valueOf(count))
                        .toPlainString()),
                null);
    }

    private static Amount amount(String amount) {
        return new Amount(new BigDecimal(amount), "EUR");
    }
}
