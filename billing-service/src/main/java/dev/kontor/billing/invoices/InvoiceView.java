package dev.kontor.billing.invoices;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.kontor.billing.parties.PostalAddress;
import dev.kontor.billing.taxrates.TaxCategory;
import dev.kontor.billing.taxrates.TaxLine;
import dev.kontor.platform.web.Decimals;
import dev.kontor.platform.web.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An invoice or a credit note. */
@Schema(name = "Invoice", description = "An invoice or a credit note; it never changes")
record InvoiceView(
        @Schema(description = "Given when it was issued") UUID id,
        @Schema(description = "Of the issuer's series, without a gap within a year", examples = "RE-2026-000001")
                String number,
        @Schema(description = "Whether it asks for money or gives it back") InvoiceKind kind,
        @Schema(description = "The partner that is billed") UUID partnerId,
        @Schema(description = "The statement that it is about") UUID statementId,
        @JsonInclude(NON_NULL) @Schema(description = "The document this one cancels") UUID cancels,
        @Schema(description = "The documents this one cancels or corrects") List<PrecedingView> preceding,
        @Schema(description = "The month of the statement", examples = "2026-11") String month,
        @Schema(description = "The day (UTC) on which it was issued", examples = "2026-12-04") LocalDate issueDate,
        @Schema(description = "The day by which it is to be paid", examples = "2026-12-18") LocalDate dueDate,
        @Schema(description = "When what is billed was supplied") DeliveryPeriod period,
        @Schema(description = "Of every amount in it", examples = "EUR") String currency,
        @Schema(description = "Who issued it") SellerView seller,
        @Schema(description = "Who is to pay") BuyerView buyer,
        @Schema(description = "Number of its lines") int lineCount,
        @Schema(description = "Up to 1,000 lines; the lines of a longer document are those of its statement")
                @JsonInclude(NON_NULL)
                List<InvoiceLineView> lines,
        @Schema(description = "For each rate, taken of the sum of its lines and rounded once") List<TaxView> taxes,
        @Schema(description = "The total of the statement; in a credit note, what is given back") Money net,
        @Schema(description = "The sum of all taxes") Money tax,
        @Schema(description = "Net and tax") Money gross,
        @Schema(description = "What earlier credit notes pay of it") Money setOff,
        @Schema(description = "Amount to pay: gross minus what is set off") Money payable,
        @Schema(description = "SHA-256 of what the document says, in hex") String contentHash) {

    /** Above this, lines are left out. */
    static final int MOST_LINES = 1_000;

    /** The first and the last day; corrected months are in it. */
    @Schema(name = "DeliveryPeriod", description = "When what is billed was supplied")
    record DeliveryPeriod(
            @Schema(description = "The first day", examples = "2026-11-01") LocalDate from,
            @Schema(description = "The last day", examples = "2026-11-30") LocalDate to) {}

    /** A document that came before. */
    @Schema(name = "PrecedingInvoice", description = "A document that came before")
    record PrecedingView(
            @Schema(description = "Its number") String number,
            @Schema(description = "The day on which it was issued") LocalDate issueDate) {}

    @Schema(name = "InvoiceSeller", description = "The issuer as it was when the document was issued")
    record SellerView(
            @Schema(description = "Its legal name", examples = "Nordlicht Security GmbH") String legalName,
            @Schema(description = "Its place of business") PostalAddress address,
            @Schema(description = "Its VAT id, with the prefix of its country", examples = "DE136695976")
                    @JsonInclude(NON_NULL)
                    String vatId,
            @JsonInclude(NON_NULL) @Schema(description = "Its national tax number") String taxNumber,
            @Schema(
                            description =
                                    "Where electronic documents reach it: an e-mail address, or an id behind its EAS scheme")
                    String electronicAddress,
            @Schema(description = "The account to pay to") String iban,
            @JsonInclude(NON_NULL) @Schema(description = "The account's bank") String bic) {}

    @Schema(name = "InvoiceBuyer", description = "The partner as it was when the document was issued")
    record BuyerView(
            @Schema(description = "Its legal name", examples = "Nordwind IT GmbH") String legalName,
            @Schema(description = "Its place of business") PostalAddress address,
            @Schema(description = "Its VAT id, with the prefix of its country", examples = "DE129273398")
                    @JsonInclude(NON_NULL)
                    String vatId,
            @JsonInclude(NON_NULL) @Schema(description = "Where its documents are sent") String email,
            @Schema(description = "What the buyer asked for, or else the number of the partner") String buyerReference,
            @JsonInclude(NON_NULL) @Schema(description = "The buyer's purchase order") String purchaseOrder) {}

    @Schema(name = "InvoiceTax", description = "One tax of a document")
    record TaxView(
            @Schema(description = "Which tax it is") TaxCategory category,
            @Schema(examples = "19", description = "In percent") String rate,
            @Schema(description = "What it is taken of") Money base,
            @Schema(description = "The tax, rounded once") Money tax,
            @JsonInclude(NON_NULL) @Schema(description = "Why there is no tax") String reason) {

        static TaxView of(TaxLine line, String currency) {
            return new TaxView(
                    line.category(),
                    Decimals.text(line.rate()),
                    Money.of(line.base(), currency),
                    Money.of(line.tax(), currency),
                    line.reason());
        }
    }

    static InvoiceView of(Document document) {
        var currency = document.invoice().currency();
        return of(
                document.invoice(),
                document.contentHash(),
                document.lines().stream()
                        .map(line -> InvoiceLineView.of(line, currency))
                        .toList());
    }

    static InvoiceView withoutLines(Invoices.Issued issued) {
        return of(issued.invoice(), issued.contentHash(), null);
    }

    private static InvoiceView of(Invoice invoice, String contentHash, List<InvoiceLineView> lines) {
        var currency = invoice.currency();
        var data = invoice.data();
        var seller = data.seller();
        var buyer = data.buyer();
        return new InvoiceView(
                invoice.id(),
                invoice.number(),
                invoice.kind(),
                invoice.partnerId(),
                invoice.statementId(),
                invoice.cancels(),
                data.preceding().stream()
                        .map(its -> new PrecedingView(its.number(), its.issueDate()))
                        .toList(),
                invoice.month().toString(),
                invoice.issueDate(),
                invoice.dueDate(),
                new DeliveryPeriod(invoice.from(), invoice.to()),
                currency,
                new SellerView(
                        seller.legalName(),
                        seller.address(),
                        seller.vatId(),
                        seller.taxNumber(),
                        seller.electronicAddress(),
                        seller.iban(),
                        seller.bic()),
                new BuyerView(
                        buyer.legalName(),
                        buyer.address(),
                        buyer.vatId(),
                        buyer.email(),
                        data.buyerReference(),
                        buyer.purchaseOrder()),
                invoice.lineCount(),
                lines,
                data.taxation().taxes().stream()
                        .map(line -> TaxView.of(line, currency))
                        .toList(),
                Money.of(invoice.net(), currency),
                Money.of(invoice.tax(), currency),
                Money.of(invoice.gross(), currency),
                Money.of(invoice.setOff(), currency),
                Money.of(invoice.payable(), currency),
                contentHash);
    }
}
