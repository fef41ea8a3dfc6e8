package dev.kontor.billing.invoices;

import dev.kontor.billing.invoicing.InvoicingData;
import dev.kontor.billing.issuers.IssuerData;
import dev.kontor.billing.parties.PostalAddress;
import dev.kontor.billing.taxrates.TaxCategory;
import dev.kontor.billing.taxrates.TaxRate;
import dev.kontor.billing.taxrates.TaxRates;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Sellers, buyers and documents between them. */
final class Documents {

    static final YearMonth MONTH = YearMonth.of(2026, 11);
    static final LocalDate DAY = LocalDate.of(2026, 12, 4);
    static final TaxRates RATES = new TaxRates(
            1,
            List.of(
                    new TaxRate("DE", TaxCategory.S, new BigDecimal("19"), LocalDate.of(2007, 1, 1)),
                    new TaxRate("DE", TaxCategory.S, new BigDecimal("16"), LocalDate.of(2020, 7, 1)),
                    new TaxRate("DE", TaxCategory.S, new BigDecimal("19"), LocalDate.of(2021, 1, 1))));

    private Documents() {}

    static IssuerData seller(String vatId, String taxNumber, String exemptReason) {
        return new IssuerData(
                "Nordlicht Security GmbH",
                new PostalAddress(List.of("Beispielstraße 1", "Aufgang B"), "Berlin", null, "DE", "10115"),
                "DE",
                vatId,
                taxNumber,
                new IssuerData.Contact("Buchhaltung", "+49 30 5550100", "buchhaltung@nordlicht.example"),
                "rechnung@nordlicht.example",
                "DE89370400440532013000",
                "COBADEFFXXX",
                14,
                "RE",
                exemptReason);
    }

    static IssuerData seller() {
        return seller("DE136695976", "29/815/08151", null);
    }

    static InvoicingData buyer(String country, String vatId) {
        return new InvoicingData(
                "Größe & Söhne <IT> KG",
                new PostalAddress(List.of("Hafen 2"), "Köln", null, country, "50667"),
                vatId,
                "rechnung@nordwind.example",
                null,
                "PO-4711",
                null);
    }

    static InvoicingData german() {
        return buyer("DE", "DE129273398");
    }

    /** A document of one month with that total, which may be below zero. */
    static Invoice of(IssuerData seller, InvoicingData buyer, Map<YearMonth, BigDecimal> sums, int lines) {
        var draft = (Drafting.Draft.Complete) new Drafting(seller, buyer, RATES, sums, 2).draft();
        var taxation = draft.taxation();
        var partner = UUID.fromString("019a3b1c-7d2e-7f00-8a11-5f0c2d9e4b6b");
        return new Invoice(
                UUID.fromString("019a3b1c-7d2e-7f00-8a11-5f0c2d9e4b6e"),
                partner,
                "RE-2026-000007",
                draft.reversed() ? InvoiceKind.CREDIT_NOTE : InvoiceKind.INVOICE,
                draft.reversed(),
                UUID.fromString("019a3b1c-7d2e-3f00-8a11-5f0c2d9e4b6a"),
                null,
                MONTH,
                "default",
                "RE",
                "EUR",
                DAY,
                DAY.plusDays(14),
                taxation.net(),
                taxation.tax(),
                taxation.net().add(taxation.tax()),
                new BigDecimal("0.00"),
                lines,
                "sha256:00",
                new InvoiceData(
                        "de",
                        draft.seller(),
                        draft.buyer(),
                        partner.toString(),
                        taxation,
                        List.of(),
                        Map.of("endpoint-advanced", "Endpoint Advanced")));
    }

    static Invoice domestic(String total) {
        return of(seller(), german(), Map.of(MONTH, new BigDecimal(total)), 1);
    }
}
