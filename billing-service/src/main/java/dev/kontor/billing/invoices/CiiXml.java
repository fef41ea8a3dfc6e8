package dev.kontor.billing.invoices;

import dev.kontor.billing.parties.ElectronicAddress;
import dev.kontor.billing.parties.PostalAddress;
import dev.kontor.billing.taxrates.TaxLine;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamException;

/** Writes a document in the syntax of UN/CEFACT's Cross Industry Invoice, in the order of its schema. */
final class CiiXml {

    private static final Map<String, String> NAMESPACES = namespaces();

    private final EInvoice e;
    private final Xml xml;

    private CiiXml(EInvoice document, Xml xml) {
        this.e = document;
        this.xml = xml;
    }

    static byte[] of(EInvoice document) {
        return Xml.document("rsm:CrossIndustryInvoice", NAMESPACES, xml -> new CiiXml(document, xml).write());
    }

    private static Map<String, String> namespaces() {
        var namespaces = new LinkedHashMap<String, String>();
        namespaces.put("rsm", "urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100");
        namespaces.put("ram", "urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100");
        namespaces.put("udt", "urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100");
        namespaces.put("qdt", "urn:un:unece:uncefact:data:standard:QualifiedDataType:100");
        return namespaces;
    }

    private void write() throws XMLStreamException {
        xml.element("rsm:ExchangedDocumentContext", () -> {
            if (e.process() != null) {
                xml.element(
                        "ram:BusinessProcessSpecifiedDocumentContextParameter", () -> xml.text("ram:ID", e.process()));
            }
            xml.element(
                    "ram:GuidelineSpecifiedDocumentContextParameter",
                    () -> xml.text("ram:ID", e.profile().id()));
        });
        var invoice = e.invoice();
        xml.element("rsm:ExchangedDocument", () -> {
            xml.text("ram:ID", invoice.number());
            xml.text("ram:TypeCode", Integer.toString(invoice.kind().code()));
            xml.element("ram:IssueDateTime", () -> day(invoice.issueDate()));
            xml.element("ram:IncludedNote", () -> xml.text("ram:Content", e.note()));
        });
        xml.element("rsm:SupplyChainTradeTransaction", () -> {
            var number = 0;
            for (var line : e.lines()) {
                line(++number, line);
            }
            xml.element("ram:ApplicableHeaderTradeAgreement", this::agreement);
            xml.element("ram:ApplicableHeaderTradeDelivery", () -> {});
            xml.element("ram:ApplicableHeaderTradeSettlement", this::settlement);
        });
    }

    private void line(int number, InvoiceLine line) throws XMLStreamException {
        var item = BilledItem.of(line);
        xml.element("ram:IncludedSupplyChainTradeLineItem", () -> {
            xml.element("ram:AssociatedDocumentLineDocument", () -> xml.text("ram:LineID", Integer.toString(number)));
            xml.element("ram:SpecifiedTradeProduct", () -> {
                xml.text("ram:SellerAssignedID", line.product());
                xml.text("ram:Name", line.productName());
                xml.text("ram:Description", line.customerName());
            });
            xml.element(
                    "ram:SpecifiedLineTradeAgreement",
                    () -> xml.element("ram:NetPriceProductTradePrice", () -> {
                        xml.number("ram:ChargeAmount", item.price());
                        xml.number("ram:BasisQuantity", item.baseQuantity(), "unitCode", EInvoice.UNIT);
                    }));
            xml.element(
                    "ram:SpecifiedLineTradeDelivery",
                    () -> xml.number("ram:BilledQuantity", item.quantity(), "unitCode", EInvoice.UNIT));
            xml.element("ram:SpecifiedLineTradeSettlement", () -> {
                xml.element("ram:ApplicableTradeTax", () -> {
                    xml.text("ram:TypeCode", "VAT");
                    xml.text("ram:CategoryCode", line.category().name());
                    xml.number("ram:RateApplicablePercent", e.lineRate(line.rate()));
                });
                period(line.month().atDay(1), line.month().atEndOfMonth());
                xml.element(
                        "ram:SpecifiedTradeSettlementLineMonetarySummation",
                        () -> xml.number("ram:LineTotalAmount", line.amount()));
            });
        });
    }

    private void agreement() throws XMLStreamException {
        var data = e.invoice().data();
        xml.text("ram:BuyerReference", data.buyerReference());
        xml.element("ram:SellerTradeParty", () -> {
            var seller = data.seller();
            xml.text("ram:ID", e.sellerId());
            xml.text("ram:Name", seller.legalName());
            xml.element("ram:DefinedTradeContact", () -> {
                xml.text("ram:PersonName", seller.contact().name());
                xml.element(
                        "ram:TelephoneUniversalCommunication",
                        () -> xml.text("ram:CompleteNumber", seller.contact().phone()));
                xml.element(
                        "ram:EmailURIUniversalCommunication",
                        () -> xml.text("ram:URIID", seller.contact().email()));
            });
            address(seller.address());
            electronic(e.sellerAddress());
            registration("FC", seller.taxNumber());
            registration("VA", seller.vatId());
        });
        xml.element("ram:BuyerTradeParty", () -> {
            var buyer = data.buyer();
            xml.text("ram:Name", buyer.legalName());
            address(buyer.address());
            electronic(e.buyerAddress());
            registration("VA", buyer.vatId());
        });
        if (data.buyer().purchaseOrder() != null) {
            xml.element(
                    "ram:BuyerOrderReferencedDocument",
                    () -> xml.text("ram:IssuerAssignedID", data.buyer().purchaseOrder()));
        }
    }

    private void settlement() throws XMLStreamException {
        var invoice = e.invoice();
        var seller = invoice.data().seller();
        xml.text("ram:PaymentReference", invoice.number());
        xml.text("ram:InvoiceCurrencyCode", invoice.currency());
        xml.element("ram:SpecifiedTradeSettlementPaymentMeans", () -> {
            xml.text("ram:TypeCode", EInvoice.PAYMENT_MEANS);
            xml.element("ram:PayeePartyCreditorFinancialAccount", () -> {
                xml.text("ram:IBANID", seller.iban());
                xml.text("ram:AccountName", seller.legalName());
            });
            if (seller.bic() != null) {
                xml.element(
                        "ram:PayeeSpecifiedCreditorFinancialInstitution", () -> xml.text("ram:BICID", seller.bic()));
            }
        });
        for (var tax : invoice.data().taxation().taxes()) {
            tax(tax);
        }
        period(invoice.from(), invoice.to());
        xml.element(
                "ram:SpecifiedTradePaymentTerms",
                () -> xml.element("ram:DueDateDateTime", () -> day(invoice.dueDate())));
        xml.element("ram:SpecifiedTradeSettlementHeaderMonetarySummation", () -> {
            xml.number("ram:LineTotalAmount", invoice.net());
            xml.number("ram:TaxBasisTotalAmount", invoice.net());
            xml.number("ram:TaxTotalAmount", invoice.tax(), "currencyID", invoice.currency());
            xml.number("ram:GrandTotalAmount", invoice.gross());
            xml.number("ram:TotalPrepaidAmount", invoice.setOff());
            xml.number("ram:DuePayableAmount", invoice.payable());
        });
        for (var preceding : invoice.data().preceding()) {
            xml.element("ram:InvoiceReferencedDocument", () -> {
                xml.text("ram:IssuerAssignedID", preceding.number());
                xml.element(
                        "ram:FormattedIssueDateTime",
                        () -> xml.text("qdt:DateTimeString", date(preceding.issueDate()), "format", "102"));
            });
        }
    }

    private void tax(TaxLine tax) throws XMLStreamException {
        xml.element("ram:ApplicableTradeTax", () -> {
            xml.number("ram:CalculatedAmount", tax.tax());
            xml.text("ram:TypeCode", "VAT");
            xml.text("ram:ExemptionReason", tax.reason());
            xml.number("ram:BasisAmount", tax.base());
            xml.text("ram:CategoryCode", tax.category().name());
            xml.text("ram:ExemptionReasonCode", e.reasonCode());
            xml.number("ram:RateApplicablePercent", tax.rate());
        });
    }

    private void address(PostalAddress address) throws XMLStreamException {
        xml.element("ram:PostalTradeAddress", () -> {
            var lines = address.lines();
            xml.text("ram:PostcodeCode", address.postalCode());
            xml.text("ram:LineOne", lines.get(0));
            xml.text("ram:LineTwo", lines.size() > 1 ? lines.get(1) : null);
            xml.text("ram:LineThree", lines.size() > 2 ? lines.get(2) : null);
            xml.text("ram:CityName", address.city());
            xml.text("ram:CountryID", address.countryCode());
            xml.text("ram:CountrySubDivisionName", address.state());
        });
    }

    private void electronic(ElectronicAddress address) throws XMLStreamException {
        if (address != null) {
            xml.element(
                    "ram:URIUniversalCommunication",
                    () -> xml.text("ram:URIID", address.id(), "schemeID", address.scheme()));
        }
    }

    private void registration(String scheme, String id) throws XMLStreamException {
        if (id != null) {
            xml.element("ram:SpecifiedTaxRegistration", () -> xml.text("ram:ID", id, "schemeID", scheme));
        }
    }

    private void period(LocalDate from, LocalDate to) throws XMLStreamException {
        xml.element("ram:BillingSpecifiedPeriod", () -> {
            xml.element("ram:StartDateTime", () -> day(from));
            xml.element("ram:EndDateTime", () -> day(to));
        });
    }

    private void day(LocalDate day) throws XMLStreamException {
        xml.text("udt:DateTimeString", date(day), "format", "102");
    }

    private static String date(LocalDate day) {
        return day.format(DateTimeFormatter.BASIC_ISO_DATE);
    }
}
