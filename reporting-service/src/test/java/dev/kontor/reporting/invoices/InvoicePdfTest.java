package dev.kontor.reporting.invoices;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.reporting.Conformance;
import dev.kontor.reporting.PdfText;
import dev.kontor.reporting.PostAddress;
import dev.kontor.reporting.Samples;
import dev.kontor.reporting.drawing.Wording;
import dev.kontor.reporting.invoices.Invoice.Amount;
import dev.kontor.reporting.invoices.Invoice.Buyer;
import dev.kontor.reporting.invoices.Invoice.Line;
import dev.kontor.reporting.invoices.Invoice.Period;
import dev.kontor.reporting.invoices.Invoice.Preceding;
import dev.kontor.reporting.invoices.Invoice.Seller;
import dev.kontor.reporting.invoices.Invoice.Tax;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.junit.jupiter.api.Test;

/** Rule 35: the invoice people read, with the one programs read inside. */
class InvoicePdfTest {

    private static final Wording GERMAN = Wording.of(Locale.GERMAN);
    private static final Wording ENGLISH = Wording.of(Locale.ENGLISH);
    private static final byte[] XML = "<rsm:CrossIndustryInvoice/>".getBytes(StandardCharsets.UTF_8);

    @Test
    void everythingAnInvoiceMustSayIsOnPaper() {
        var text = PdfText.of(print(invoice("invoice", null, 3), GERMAN));

        assertThat(text)
                .contains("Rechnung RE-2026-000007", "Nordlicht Security GmbH", "Beispielstraße 1", "DE-10115 Berlin")
                .contains("USt-IdNr. DE136695976", "Steuernummer 29/815/08151", "Nordwind IT GmbH", "Hafen 2")
                .contains(
                        "USt-IdNr. DE129273398", "Rechnungsdatum", "4. Dezember 2026", "Fällig am", "18. Dezember 2026")
                .containsOnlyOnce("Leistungszeitraum")
                .contains(
                        GERMAN.mediumDate(LocalDate.of(2026, 11, 1)) + " – "
                                + GERMAN.mediumDate(LocalDate.of(2026, 11, 30)),
                        "PO-4711")
                .contains("Endpoint Advanced", "22,40", "Umsatzsteuer 19\u202F% auf 67,20", "12,77")
                .contains("79,97\u00A0EUR", "Bitte zahlen Sie bis 18. Dezember 2026", "DE89370400440532013000")
                .doesNotContain("Gutschrift");
        assertThat(text.indexOf("79,97"))
                .as("the total stands at the top")
                .isLessThan(text.indexOf("Endpoint Advanced"));
    }

    @Test
    void aCreditNoteSaysWhatItIsAndWhatItIsAbout() {
        assertThat(PdfText.of(print(invoice("credit-note", null, 1), GERMAN)))
                .contains("Rechnungskorrektur RE-2026-000007", "Erstattungsbetrag")
                .doesNotContain("Gutschrift", "Bitte zahlen");
        assertThat(PdfText.of(print(invoice("credit-note", UUID.randomUUID(), 1), GERMAN)))
                .contains("Stornorechnung RE-2026-000007", "Storniert", "RE-2026-000003 vom 04.11.2026");
        assertThat(PdfText.of(print(invoice("credit-note", UUID.randomUUID(), 1), ENGLISH)))
                .contains("Cancellation RE-2026-000007", "Cancels");
    }

    @Test
    void theFileForProgramsIsInItAsFacturXWantsIt() throws IOException {
        var pdf = print(invoice("invoice", null, 3), GERMAN);

        try (var document = Loader.loadPDF(pdf)) {
            var catalog = document.getDocumentCatalog();
            var files = catalog.getNames().getEmbeddedFiles();
            var file = files.getNames().values().iterator().next();
            assertThat(file.getFilename()).isEqualTo("factur-x.xml");
            assertThat(file.getEmbeddedFile().toByteArray()).isEqualTo(XML);
            assertThat(file.getEmbeddedFile().getSubtype()).isEqualTo("text/xml");
            assertThat(file.getCOSObject().getNameAsString("AFRelationship")).isEqualTo("Alternative");
            assertThat(catalog.getCOSObject().getDictionaryObject(COSName.getPDFName("AF")))
                    .isNotNull();
            assertThat(new String(catalog.getMetadata().toByteArray(), StandardCharsets.UTF_8))
                    .contains("<pdfaid:part>3</pdfaid:part>")
                    .contains("<fx:DocumentFileName>factur-x.xml</fx:DocumentFileName>")
                    .contains("<fx:ConformanceLevel>EN 16931</fx:ConformanceLevel>");
        }
    }

    @Test
    void itIsTaggedAndToBeKeptForLongAsVeraPDFSeesIt() {
        for (var lines : List.of(0, 1, 40)) {
            assertThat(Conformance.violationsWithFiles(print(invoice("invoice", null, lines), GERMAN)))
                    .isEmpty();
        }
    }

    @Test
    void theSameInvoiceGivesTheSameBytes() {
        assertThat(print(invoice("invoice", null, 80), ENGLISH))
                .isEqualTo(print(invoice("invoice", null, 80), ENGLISH));
    }

    @Test
    void noPageHoldsTheSumsAloneOrOneLine() {
        for (var lines = 20; lines < 90; lines++) {
            var pdf = print(invoice("invoice", null, lines), ENGLISH);
            var last = PdfText.ofPage(pdf, PdfText.pages(pdf));

            assertThat(last).as(lines + " lines").contains("Net total");
            assertThat(last.split("Endpoint Advanced", -1)).as(lines + " lines").hasSizeGreaterThan(3);
        }
    }

    @Test
    void thousandsOfLinesAreAllThere() {
        var pdf = print(invoice("invoice", null, 2_000), ENGLISH);

        assertThat(PdfText.of(pdf).split("22\\.40", -1)).hasSizeGreaterThan(2_000);
    }

    @Test
    void longNamesAndOtherScriptsAreNotCutFromAnAddress() {
        var text = PdfText.of(new InvoicePdf(
                        invoice(
                                "invoice",
                                null,
                                1,
                                new Buyer(
                                        "Gesellschaft für " + "außergewöhnlich ".repeat(10) + "lange Namen mbH",
                                        new PostAddress(List.of("株式会社サンプル"), "Αθήνα", null, "GR", "10431"),
                                        "EL094259216",
                                        "4711",
                                        null)),
                        GERMAN)
                .write());

        assertThat(text).contains("lange Namen", "mbH", "株式会社サンプル", "GR-10431 Αθήνα", "EL094259216");
    }

    private static byte[] print(Invoice invoice, Wording wording) {
        return new InvoicePdf(invoice, wording).write();
    }

    private static Invoice invoice(String kind, UUID cancels, int count) {
        return invoice(
                kind,
                cancels,
                count,
                new Buyer(
                        "Nordwind IT GmbH",
                        new PostAddress(List.of("Hafen 2"), "Kiel", null, "DE", "24103"),
                        "DE129273398",
                        "019a3b1c-7d2e-7f00-8a11-5f0c2d9e4b6b",
                        "PO-4711"));
    }

    private static Invoice invoice(String kind, UUID cancels, int count, Buyer buyer) {
        var lines = new ArrayList<Line>();
        for (var i = 0; i < count; i++) {
            lines.add(new Line(
                    new UUID(1, i / 3),
                    i % 5 == 0 ? Samples.LONG_NAME : "Kunde " + i / 3,
                    "Endpoint Advanced",
                    new BigDecimal("7"),
                    new BigDecimal("3.20"),
                    amount("22.40"),
                    new BigDecimal("19"),
                    i % 7 == 3 ? YearMonth.of(2026, 9) : null));
        }
        var net = new BigDecimal("22.40").multiply(BigDecimal.valueOf(count));
        var tax = net.multiply(new BigDecimal("0.19")).setScale(2, RoundingMode.HALF_UP);
        var gross = net.add(tax).toPlainString();
        return new Invoice(
                "RE-2026-000007",
                kind,
                cancels,
                cancels == null ? List.of() : List.of(new Preceding("RE-2026-000003", LocalDate.of(2026, 11, 4))),
                YearMonth.of(2026, 11),
                LocalDate.of(2026, 12, 4),
                LocalDate.of(2026, 12, 18),
                new Period(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 30)),
                "EUR",
                new Seller(
                        "Nordlicht Security GmbH",
                        new PostAddress(List.of("Beispielstraße 1"), "Berlin", null, "DE", "10115"),
                        "DE136695976",
                        "29/815/08151",
                        "rechnung@nordlicht.example",
                        "DE89370400440532013000",
                        "COBADEFFXXX"),
                buyer,
                lines,
                List.of(new Tax(
                        "S", new BigDecimal("19"), amount(net.toPlainString()), amount(tax.toPlainString()), null)),
                amount(net.toPlainString()),
                amount(tax.toPlainString()),
                amount(gross),
                amount("0.00"),
                amount(gross),
                "sha256:3fa412cd9e77aa01bbcc",
                XML);
    }

    private static Amount amount(String amount) {
        return new Amount(new BigDecimal(amount), "EUR");
    }
}
