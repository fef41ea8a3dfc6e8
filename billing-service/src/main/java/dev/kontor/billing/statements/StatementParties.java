package dev.kontor.billing.statements;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.kontor.billing.copies.Partner;
import dev.kontor.billing.invoicing.Buyer;
import dev.kontor.billing.invoicing.Buyers;
import dev.kontor.billing.invoicing.InvoicingData;
import dev.kontor.billing.issuers.Issuers;
import dev.kontor.billing.parties.PostalAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;

/**
 * Who sells and who buys, for a statement's paper: as it was known when the statement was issued, or else as it was first known after
 * that, so that an issued statement's paper stays as it is.
 */
@ApplicationScoped
class StatementParties {

    private final Issuers issuers;
    private final Buyers buyers;
    private final Clock clock;

    StatementParties(Issuers issuers, Buyers buyers, Clock clock) {
        this.issuers = issuers;
        this.buyers = buyers;
        this.clock = clock;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Party(String legalName, PostalAddress address, String vatId) {}

    /** @param seller null where nobody issues invoices for this partner */
    record Parties(Party seller, Party buyer) {}

    @Transactional
    Parties of(Statement statement, Partner partner) {
        var at = Optional.ofNullable(statement.issuedAt()).orElseGet(clock::instant);
        var buyer = buyers.find(partner.id(), at).map(Buyer::data);
        var seller = issuers.of(buyer.map(InvoicingData::issuer).orElse(null), partner.region(), at)
                .map(issuer -> new Party(
                        issuer.data().legalName(),
                        issuer.data().address(),
                        issuer.data().vatId()));
        return new Parties(
                seller.orElse(null),
                new Party(
                        buyer.map(InvoicingData::legalName).orElse(partner.name()),
                        buyer.map(InvoicingData::address).orElse(null),
                        buyer.map(InvoicingData::vatId).orElse(null)));
    }
}
