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
@Schema(name = "Invoice")
record InvoiceView(
        UUID id,
        @Schema(examples = "RE-2026-000001") String number,
        InvoiceKind kind,
        UUID partnerId,
        UUID statementId,
        @Schema(description = "The document this one cancels") @JsonInclude(NON_NULL) UUID cancels,
        @Schema(description = "The documents this one cancels or corrects") List<PrecedingView> preceding,
        @Schema(examples = "2026-11") String month,
        @Schema(examples = "2026-12-04") LocalDate issueDate,
        @Schema(examples = "2026-12-18") LocalDate dueDate,
        DeliveryPeriod period,
        @Schema(examples = "EUR") String currency,
        SellerView seller,
        BuyerView buyer,
        int lineCount,
        @Schema(description = "Up to 1,000 lines; the lines of a longer document are those of its statement")
                @JsonInclude(NON_NULL)
                List<InvoiceLineView> lines,
        @Schema(description = "For each rate, taken of the sum of its lines and rounded once") List<TaxView> taxes,
        @Schema(description = "The total of the statement; in a credit note, what is given back") Money net,
        Money tax,
        Money gross,
        @Schema(description = "What earlier credit notes pay of it") Money setOff,
        @Schema(description = "Amount to pay: gross minus what is set off") Money payable,
        String contentHash) {

    /** Above this, lines are left out. */
    static final int MOST_LINES = 1_000;

    /** The first and the last day; corrected months are in it. */
    @Schema(name = "DeliveryPeriod")
    record DeliveryPeriod(
            @Schema(examples = "2026-11-01") LocalDate from, @Schema(examples = "2026-11-30") LocalDate to) {}

    /** A document that came before. */
    @Schema(name = "PrecedingInvoice")
    record PrecedingView(String number, LocalDate issueDate) {}

    @Schema(name = "InvoiceSeller")
    record SellerView(
            @Schema(examples = "Nordlicht Security GmbH") String legalName,
            PostalAddress address,
            @Schema(examples = "DE136695976") @JsonInclude(NON_NULL) String vatId,
            @JsonInclude(NON_NULL) String taxNumber,
            String electronicAddress,
            String iban,
            @JsonInclude(NON_NULL) String bic) {}

    @Schema(name = "InvoiceBuyer")
    record BuyerView(
            @Schema(examples = "Nordwind IT GmbH") String legalName,
            PostalAddress address,
            @Schema(examples = "DE129273398") @JsonInclude(NON_NULL) String vatId,
            @JsonInclude(NON_NULL) String email,
            @Schema(description = "What the buyer asked for, or else the number of the partner") String buyerReference,
            @JsonInclude(NON_NULL) String purchaseOrder) {}

    @Schema(name = "InvoiceTax")
    record TaxView(
            TaxCategory category,
            @Schema(examples = "19", description = "In percent") String rate,
            Money base,
            Money tax,
            @Schema(description = "Why there is no tax") @JsonInclude(NON_NULL) String reason) {

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
