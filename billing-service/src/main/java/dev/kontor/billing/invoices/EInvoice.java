package dev.kontor.billing.invoices;

import dev.kontor.billing.parties.ElectronicAddress;
import dev.kontor.billing.taxrates.TaxCategory;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * A document as EN 16931 knows it, for either syntax: what the standard adds to what it says, and nothing it does not say.
 *
 * @param profile which rules it keeps
 */
record EInvoice(Document document, Profile profile) {

    /** So is paid: by SEPA credit transfer (UNTDID 4461). */
    static final String PAYMENT_MEANS = "58";

    /** "One" (UN/ECE recommendation 20): users, devices, servers, mailboxes. */
    static final String UNIT = "C62";

    /** Which rules a document keeps. */
    enum Profile {
        /** ZUGFeRD and Factur-X, profile EN 16931. */
        EN_16931("urn:cen.eu:en16931:2017"),
        XRECHNUNG("urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0");

        private final String id;

        Profile(String id) {
            this.id = id;
        }

        String id() {
            return id;
        }
    }

    /** BT-23, which XRechnung wants. */
    String process() {
        return profile == Profile.XRECHNUNG ? "urn:fdc:peppol.eu:2017:poacc:billing:01:1.0" : null;
    }

    Invoice invoice() {
        return document.invoice();
    }

    /** What the document is called, and which one it takes back. */
    String note() {
        var preceding = invoice().data().preceding();
        return invoice().cancels() == null
                ? title()
                : title() + " " + preceding.get(0).number();
    }

    private String title() {
        var german = "de".equals(invoice().data().language());
        if (invoice().cancels() != null) {
            return german ? "Stornorechnung zu" : "Cancellation of";
        }
        if (invoice().kind() == InvoiceKind.CREDIT_NOTE) {
            return german ? "Rechnungskorrektur" : "Credit note";
        }
        return german ? "Rechnung" : "Invoice";
    }

    /** A document has a line (BR-16): where nothing was used, it says so. */
    List<InvoiceLine> lines() {
        if (!document.lines().isEmpty()) {
            return document.lines();
        }
        var rate = invoice().data().taxation().rates().get(0);
        return List.of(new InvoiceLine(
                null,
                null,
                null,
                "de".equals(invoice().data().language()) ? "Keine Nutzung" : "No usage",
                BigDecimal.ONE,
                BigDecimal.ZERO,
                BigDecimal.ZERO.setScale(invoice().net().scale()),
                document.category(),
                rate.rate(),
                rate.month(),
                null));
    }

    /** By what the seller is known where no VAT id says it (BR-CO-26). */
    String sellerId() {
        var seller = invoice().data().seller();
        return seller.vatId() == null ? seller.taxNumber() : null;
    }

    ElectronicAddress sellerAddress() {
        return ElectronicAddress.of(invoice().data().seller().electronicAddress());
    }

    /** Null where the buyer has given none. */
    ElectronicAddress buyerAddress() {
        var email = invoice().data().buyer().email();
        return email == null ? null : ElectronicAddress.of(email);
    }

    /** Null in the category in which a line has none (BR-O-05); its sum has one all the same (BR-DE-14). */
    BigDecimal lineRate(BigDecimal rate) {
        return document.category() == TaxCategory.O ? null : rate;
    }

    /** Of the list VATEX; the reason of an exempt issuer has none there. */
    String reasonCode() {
        return switch (document.category()) {
            case AE -> "VATEX-EU-AE";
            case O -> "VATEX-EU-O";
            case S, E -> null;
        };
    }

    /** What XRechnung wants and the document lacks, by the names of the fields. */
    List<String> missing() {
        var missing = new ArrayList<String>();
        var buyer = invoice().data().buyer();
        var seller = invoice().data().seller();
        if (profile == Profile.XRECHNUNG) {
            require(missing, "email", buyer.email());
            require(missing, "address.city", buyer.address().city());
            require(missing, "address.postalCode", buyer.address().postalCode());
            require(missing, "issuer.address.city", seller.address().city());
            require(missing, "issuer.address.postalCode", seller.address().postalCode());
        }
        return missing;
    }

    private static void require(List<String> missing, String field, String value) {
        if (value == null || value.isBlank()) {
            missing.add(field);
        }
    }
}
