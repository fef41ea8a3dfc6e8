package dev.kontor.billing.invoices;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.billing.invoices.EInvoice.Profile;
import dev.kontor.billing.invoices.OfficialRules.Form;
import dev.kontor.billing.invoicing.InvoicingData;
import dev.kontor.billing.issuers.IssuerData;
import dev.kontor.billing.parties.PostalAddress;
import dev.kontor.billing.taxrates.TaxCategory;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Rule 35: every form of every kind of document keeps the official rules. */
class EInvoiceRulesTest {

    private static final YearMonth MONTH = Documents.MONTH;
    /** In lines; the official rules take minutes over 10,000, so those are for {@code -Dkontor.forms=all}. */
    private static final int LONGEST = "all".equals(System.getProperty("kontor.forms")) ? 10_000 : 500;

    static Stream<Arguments> documents() {
        return Stream.of(
                Arguments.of("domestic", document(line("50", "3.20", "160.00"))),
                Arguments.of("nothing to pay", document(line("50", "0", "0.00"))),
                Arguments.of("no usage", document()),
                Arguments.of("flat fee and minimum", document(line("10", "1", "17.00"), line("1", "0", "33.34"))),
                Arguments.of("fractions", document(line("2.33333333", "9.99", "23.31"), line("0.1", "0.05", "0.01"))),
                Arguments.of(
                        "correction in an invoice",
                        document(line("50", "3.20", "160.00"), correction("-5", "3.20", "-16.00"))),
                Arguments.of(
                        "amount against its quantity",
                        document(
                                line("50", "3.20", "160.00"),
                                correction("0", "3.20", "-16.00"),
                                correction("2", "1", "-3.00"))),
                Arguments.of("credit note", document(line("1", "3.20", "3.20"), correction("-6", "3.20", "-19.20"))),
                Arguments.of("two rates", twoRates()),
                Arguments.of("set off", setOff()),
                Arguments.of("cancellation", cancelled(document(line("50", "3.20", "160.00")))),
                Arguments.of("cancelled credit note", cancelled(document(correction("-6", "3.20", "-19.20")))),
                Arguments.of("reverse charge", foreign("AT", "ATU13585627")),
                Arguments.of("reverse charge in Greece", foreign("GR", "EL094259216")),
                Arguments.of("outside the Union", foreign("CH", "CHE107787577")),
                Arguments.of("outside the Union without an id", foreign("US", null)),
                Arguments.of("exempt", exempt()),
                Arguments.of("other scripts", otherScripts()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    void everyFormKeepsTheOfficialRules(String name, Document document) {
        var xrechnung = new EInvoice(document, Profile.XRECHNUNG);
        var ubl = document.invoice().kind() == InvoiceKind.INVOICE
                ? Form.XRECHNUNG_UBL_INVOICE
                : Form.XRECHNUNG_UBL_CREDIT_NOTE;

        assertThat(xrechnung.missing()).isEmpty();
        assertThat(OfficialRules.broken(Form.FACTUR_X, CiiXml.of(new EInvoice(document, Profile.EN_16931))))
                .as("Factur-X")
                .isEmpty();
        assertThat(OfficialRules.broken(Form.XRECHNUNG_CII, CiiXml.of(xrechnung)))
                .as("CII")
                .isEmpty();
        assertThat(OfficialRules.broken(ubl, UblXml.of(xrechnung))).as("UBL").isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void theLongestDocumentsKeepThemToo(Form form) {
        var longest = document(IntStream.range(0, LONGEST)
                .mapToObj(i -> line("7", "3.20", "22.40"))
                .toArray(InvoiceLine[]::new));
        var xml =
                switch (form) {
                    case FACTUR_X -> CiiXml.of(new EInvoice(longest, Profile.EN_16931));
                    case XRECHNUNG_CII -> CiiXml.of(new EInvoice(longest, Profile.XRECHNUNG));
                    case XRECHNUNG_UBL_INVOICE -> UblXml.of(new EInvoice(longest, Profile.XRECHNUNG));
                    case XRECHNUNG_UBL_CREDIT_NOTE -> UblXml.of(new EInvoice(cancelled(longest), Profile.XRECHNUNG));
                };

        assertThat(OfficialRules.broken(form, xml)).isEmpty();
    }

    @Test
    void theRulesSeeWhatIsWrong() {
        var right = new String(
                CiiXml.of(new EInvoice(document(line("50", "3.20", "160.00")), Profile.XRECHNUNG)),
                StandardCharsets.UTF_8);

        for (var wrong : List.of(
                right.replace(">190.40<", ">190.41<"),
                right.replace(">S<", ">AE<"),
                right.replace("DE89370400440532013000", ""),
                right.replace("50667", ""))) {
            assertThat(wrong).isNotEqualTo(right);
            assertThat(OfficialRules.broken(Form.XRECHNUNG_CII, wrong.getBytes(StandardCharsets.UTF_8)))
                    .isNotEmpty();
        }
    }

    @Test
    void bothSyntaxesSayWhatTheDocumentSays() {
        var document = document(line("50", "3.20", "160.00"), correction("-5", "3.20", "-16.00"));
        var e = new EInvoice(document, Profile.XRECHNUNG);

        for (var xml : List.of(CiiXml.of(e), UblXml.of(e))) {
            assertThat(new String(xml, StandardCharsets.UTF_8))
                    .contains(
                            "RE-2026-000007",
                            ">144.00<",
                            ">27.36<",
                            ">171.36<",
                            "Größe &amp; Söhne &lt;IT&gt; KG",
                            "PO-4711")
                    .contains("DE136695976", "DE129273398", "DE89370400440532013000", "Endpoint Advanced", "Bäckerei");
        }
    }

    @Test
    void xrechnungNamesWhatItsRulesWantAndTheDocumentLacks() {
        var bare = new InvoicingData(
                "Nordwind",
                new PostalAddress(List.of("Hafen 2"), null, null, "DE", null),
                null,
                null,
                null,
                null,
                null);
        var invoice = Documents.of(Documents.seller(), bare, Map.of(MONTH, BigDecimal.ZERO.setScale(2)), 0);

        assertThat(new EInvoice(new Document(invoice, "", List.of()), Profile.XRECHNUNG).missing())
                .containsExactly("email", "address.city", "address.postalCode");
        assertThat(new EInvoice(new Document(invoice, "", List.of()), Profile.EN_16931).missing())
                .isEmpty();
    }

    @Test
    void quantityTimesPriceIsAlwaysTheAmount() {
        for (var line : List.of(
                line("50", "3.20", "160.00"),
                line("10", "1", "17.00"),
                line("0", "3", "5.00"),
                line("2", "1", "-3.00"),
                line("-5", "3.20", "-16.00"),
                line("2.33333333", "9.99", "23.31"),
                line("7", "0", "0.00"))) {
            var item = BilledItem.of(line);
            var base = item.baseQuantity() == null ? BigDecimal.ONE : item.baseQuantity();

            assertThat(item.price().signum()).isNotNegative();
            assertThat(base.signum()).isPositive();
            assertThat(item.quantity().multiply(item.price()).divide(base, 2, RoundingMode.HALF_UP))
                    .isEqualTo(line.amount());
        }
    }

    private static Document document(InvoiceLine... lines) {
        return document(Documents.german(), Documents.seller(), lines);
    }

    private static Document document(InvoicingData buyer, IssuerData seller, InvoiceLine... lines) {
        var sums = new TreeMap<YearMonth, BigDecimal>();
        sums.put(MONTH, BigDecimal.ZERO.setScale(2));
        Stream.of(lines).forEach(line -> sums.merge(line.month(), line.amount(), BigDecimal::add));
        var invoice = Documents.of(seller, buyer, sums, lines.length);
        var category = invoice.data().taxation().taxes().get(0).category();
        var shown = new ArrayList<InvoiceLine>();
        for (var line : lines) {
            shown.add(new InvoiceLine(
                    line.customerId(),
                    line.customerName(),
                    line.product(),
                    line.productName(),
                    invoice.amount(line.quantity()),
                    line.unitPrice(),
                    invoice.amount(line.amount()),
                    category,
                    invoice.data().taxation().rates().stream()
                            .filter(rate -> rate.month().equals(line.month()))
                            .findFirst()
                            .orElseThrow()
                            .rate(),
                    line.month(),
                    line.correctsMonth()));
        }
        return new Document(invoice, "sha256:00", shown);
    }

    private static Document twoRates() {
        return document(
                line("50", "3.20", "160.00"),
                new InvoiceLine(
                        UUID.randomUUID(),
                        "Bäckerei Sommer",
                        "endpoint-advanced",
                        "Endpoint Advanced",
                        new BigDecimal("3"),
                        new BigDecimal("3.20"),
                        new BigDecimal("9.60"),
                        TaxCategory.S,
                        new BigDecimal("16"),
                        YearMonth.of(2020, 12),
                        YearMonth.of(2020, 12)));
    }

    private static Document setOff() {
        var whole = document(line("50", "3.20", "160.00"));
        var its = whole.invoice();
        return new Document(
                new Invoice(
                        its.id(),
                        its.partnerId(),
                        its.number(),
                        its.kind(),
                        its.reversed(),
                        its.statementId(),
                        null,
                        its.month(),
                        its.issuer(),
                        its.series(),
                        its.currency(),
                        its.issueDate(),
                        its.dueDate(),
                        its.net(),
                        its.tax(),
                        its.gross(),
                        its.gross(),
                        its.lineCount(),
                        its.statementHash(),
                        its.data()),
                "sha256:00",
                whole.lines());
    }

    private static Document cancelled(Document document) {
        return new Document(
                document.invoice()
                        .cancellation("RE-2026-000008", Documents.DAY.plusDays(3), BigDecimal.ZERO.setScale(2)),
                "sha256:01",
                document.lines());
    }

    private static Document foreign(String country, String vatId) {
        return document(Documents.buyer(country, vatId), Documents.seller(), line("50", "3.20", "160.00"));
    }

    private static Document exempt() {
        return document(
                Documents.german(),
                Documents.seller(null, "29/815/08151", "Kleinunternehmer, § 19 UStG"),
                line("50", "3.20", "160.00"));
    }

    private static Document otherScripts() {
        return document(new InvoiceLine(
                UUID.randomUUID(),
                "株式会社サンプル \u0645\u062e\u0628\u0632 Пекарня 🍞 \u0001",
                "endpoint-advanced",
                "Endpoint Advanced",
                BigDecimal.ONE,
                new BigDecimal("3.20"),
                new BigDecimal("3.20"),
                TaxCategory.S,
                new BigDecimal("19"),
                MONTH,
                null));
    }

    private static InvoiceLine line(String quantity, String price, String amount) {
        return line(quantity, price, amount, null);
    }

    private static InvoiceLine correction(String quantity, String price, String amount) {
        return line(quantity, price, amount, MONTH.minusMonths(1));
    }

    private static InvoiceLine line(String quantity, String price, String amount, YearMonth corrects) {
        return new InvoiceLine(
                UUID.randomUUID(),
                "Bäckerei Sommer",
                "endpoint-advanced",
                "Endpoint Advanced",
                new BigDecimal(quantity),
                new BigDecimal(price),
                new BigDecimal(amount),
                TaxCategory.S,
                new BigDecimal("19"),
                corrects == null ? MONTH : corrects,
                corrects);
    }
}
