package dev.kontor.billing.invoices;

import dev.kontor.billing.parties.ElectronicAddress;
import dev.kontor.billing.parties.PostalAddress;
import dev.kontor.billing.taxrates.TaxCategory;
import dev.kontor.billing.taxrates.TaxLine;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamException;

/** Writes a document in the syntax of UBL 2.1, in the order of its schemas: an Invoice or a CreditNote. */
final class UblXml {

    private final EInvoice e;
    private final Xml xml;
    private final String root;

    private UblXml(EInvoice document, Xml xml) {
        this.e = document;
        this.xml = xml;
        this.root = root(document);
    }

    static byte[] of(EInvoice document) {
        var root = root(document);
        return Xml.document(root, namespaces(root), xml -> new UblXml(document, xml).write());
    }

    private static String root(EInvoice document) {
        return document.invoice().kind() == InvoiceKind.INVOICE ? "Invoice" : "CreditNote";
    }

    private static Map<String, String> namespaces(String root) {
        var namespaces = new LinkedHashMap<String, String>();
        namespaces.put("", "urn:oasis:names:specification:ubl:schema:xsd:" + root + "-2");
        namespaces.put("cac", "urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2");
        namespaces.put("cbc", "urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2");
        return namespaces;
    }

    private boolean isInvoice() {
        return e.invoice().kind() == InvoiceKind.INVOICE;
    }

    private void write() throws XMLStreamException {
        var invoice = e.invoice();
        var data = invoice.data();
        xml.text("cbc:CustomizationID", e.profile().id());
        xml.text("cbc:ProfileID", e.process());
        xml.text("cbc:ID", invoice.number());
        xml.text("cbc:IssueDate", invoice.issueDate().toString());
        if (isInvoice()) {
            xml.text("cbc:DueDate", invoice.dueDate().toString());
        }
        xml.text("cbc:" + root + "TypeCode", Integer.toString(invoice.kind().code()));
        xml.text("cbc:Note", e.note());
        xml.text("cbc:DocumentCurrencyCode", invoice.currency());
        xml.text("cbc:BuyerReference", data.buyerReference());
        period(invoice.from(), invoice.to());
        if (data.buyer().purchaseOrder() != null) {
            xml.element(
                    "cac:OrderReference", () -> xml.text("cbc:ID", data.buyer().purchaseOrder()));
        }
        for (var preceding : data.preceding()) {
            xml.element(
                    "cac:BillingReference",
                    () -> xml.element("cac:InvoiceDocumentReference", () -> {
                        xml.text("cbc:ID", preceding.number());
                        xml.text("cbc:IssueDate", preceding.issueDate().toString());
                    }));
        }
        xml.element("cac:AccountingSupplierParty", () -> xml.element("cac:Party", this::seller));
        xml.element("cac:AccountingCustomerParty", () -> xml.element("cac:Party", this::buyer));
        xml.element("cac:PaymentMeans", this::paymentMeans);
        xml.element("cac:TaxTotal", () -> {
            amount("cbc:TaxAmount", invoice.tax());
            for (var tax : data.taxation().taxes()) {
                subtotal(tax);
            }
        });
        xml.element("cac:LegalMonetaryTotal", () -> {
            amount("cbc:LineExtensionAmount", invoice.net());
            amount("cbc:TaxExclusiveAmount", invoice.net());
            amount("cbc:TaxInclusiveAmount", invoice.gross());
            amount("cbc:PrepaidAmount", invoice.setOff());
            amount("cbc:PayableAmount", invoice.payable());
        });
        var number = 0;
        for (var line : e.lines()) {
            line(++number, line);
        }
    }

    private void seller() throws XMLStreamException {
        var seller = e.invoice().data().seller();
        endpoint(e.sellerAddress());
        if (e.sellerId() != null) {
            xml.element("cac:PartyIdentification", () -> xml.text("cbc:ID", e.sellerId()));
        }
        address(seller.address());
        taxScheme("VAT", seller.vatId());
        taxScheme("FC", seller.taxNumber());
        legalEntity(seller.legalName());
        xml.element("cac:Contact", () -> {
            xml.text("cbc:Name", seller.contact().name());
            xml.text("cbc:Telephone", seller.contact().phone());
            xml.text("cbc:ElectronicMail", seller.contact().email());
        });
    }

    private void buyer() throws XMLStreamException {
        var buyer = e.invoice().data().buyer();
        endpoint(e.buyerAddress());
        address(buyer.address());
        taxScheme("VAT", buyer.vatId());
        legalEntity(buyer.legalName());
    }

    private void paymentMeans() throws XMLStreamException {
        var invoice = e.invoice();
        var seller = invoice.data().seller();
        xml.text("cbc:PaymentMeansCode", EInvoice.PAYMENT_MEANS);
        if (!isInvoice()) {
            xml.text("cbc:PaymentDueDate", invoice.dueDate().toString());
        }
        xml.text("cbc:PaymentID", invoice.number());
        xml.element("cac:PayeeFinancialAccount", () -> {
            xml.text("cbc:ID", seller.iban());
            xml.text("cbc:Name", seller.legalName());
            if (seller.bic() != null) {
                xml.element("cac:FinancialInstitutionBranch", () -> xml.text("cbc:ID", seller.bic()));
            }
        });
    }

    private void subtotal(TaxLine tax) throws XMLStreamException {
        xml.element("cac:TaxSubtotal", () -> {
            amount("cbc:TaxableAmount", tax.base());
            amount("cbc:TaxAmount", tax.tax());
            xml.element("cac:TaxCategory", () -> {
                xml.text("cbc:ID", tax.category().name());
                xml.number("cbc:Percent", tax.rate());
                xml.text("cbc:TaxExemptionReasonCode", e.reasonCode());
                xml.text("cbc:TaxExemptionReason", tax.reason());
                taxScheme();
            });
        });
    }

    private void line(int number, InvoiceLine line) throws XMLStreamException {
        var item = BilledItem.of(line);
        xml.element("cac:" + root + "Line", () -> {
            xml.text("cbc:ID", Integer.toString(number));
            xml.number(
                    isInvoice() ? "cbc:InvoicedQuantity" : "cbc:CreditedQuantity",
                    item.quantity(),
                    "unitCode",
                    EInvoice.UNIT);
            amount("cbc:LineExtensionAmount", line.amount());
            period(line.month().atDay(1), line.month().atEndOfMonth());
            xml.element("cac:Item", () -> {
                xml.text("cbc:Description", line.customerName());
                xml.text("cbc:Name", line.productName());
                if (line.product() != null) {
                    xml.element("cac:SellersItemIdentification", () -> xml.text("cbc:ID", line.product()));
                }
                classified(line.category(), line.rate());
            });
            xml.element("cac:Price", () -> {
                amount("cbc:PriceAmount", item.price());
                xml.number("cbc:BaseQuantity", item.baseQuantity(), "unitCode", EInvoice.UNIT);
            });
        });
    }

    private void classified(TaxCategory category, BigDecimal rate) throws XMLStreamException {
        xml.element("cac:ClassifiedTaxCategory", () -> {
            xml.text("cbc:ID", category.name());
            xml.number("cbc:Percent", e.lineRate(rate));
            taxScheme();
        });
    }

    private void endpoint(ElectronicAddress address) throws XMLStreamException {
        if (address != null) {
            xml.text("cbc:EndpointID", address.id(), "schemeID", address.scheme());
        }
    }

    private void address(PostalAddress address) throws XMLStreamException {
        xml.element("cac:PostalAddress", () -> {
            var lines = address.lines();
            xml.text("cbc:StreetName", lines.get(0));
            xml.text("cbc:AdditionalStreetName", lines.size() > 1 ? lines.get(1) : null);
            xml.text("cbc:CityName", address.city());
            xml.text("cbc:PostalZone", address.postalCode());
            xml.text("cbc:CountrySubentity", address.state());
            if (lines.size() > 2) {
                xml.element("cac:AddressLine", () -> xml.text("cbc:Line", lines.get(2)));
            }
            xml.element("cac:Country", () -> xml.text("cbc:IdentificationCode", address.countryCode()));
        });
    }

    private void taxScheme(String scheme, String id) throws XMLStreamException {
        if (id != null) {
            xml.element("cac:PartyTaxScheme", () -> {
                xml.text("cbc:CompanyID", id);
                xml.element("cac:TaxScheme", () -> xml.text("cbc:ID", scheme));
            });
        }
    }

    private void taxScheme() throws XMLStreamException {
        xml.element("cac:TaxScheme", () -> xml.text("cbc:ID", "VAT"));
    }

    private void legalEntity(String name) throws XMLStreamException {
        xml.element("cac:PartyLegalEntity", () -> xml.text("cbc:RegistrationName", name));
    }

    private void period(LocalDate from, LocalDate to) throws XMLStreamException {
        xml.element("cac:InvoicePeriod", () -> {
            xml.text("cbc:StartDate", from.toString());
            xml.text("cbc:EndDate", to.toString());
        });
    }

    private void amount(String name, BigDecimal amount) throws XMLStreamException {
        xml.number(name, amount, "currencyID", e.invoice().currency());
    }
}
