package dev.kontor.billing.invoices;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kontor.testkit.Contract;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class InvoiceEventsTest {

    @Test
    void anIssuedDocumentIsToldAsItsReadersWereShown() throws IOException {
        var invoice = Documents.domestic("160.00");
        var creditNote = new Invoice(
                UUID.fromString("019a3b1c-7d2e-7f00-8a11-5f0c2d9e4b6c"),
                UUID.fromString("019a3b1c-7d2e-7f00-8a11-5f0c2d9e4b6b"),
                "RE-2026-000001",
                InvoiceKind.CREDIT_NOTE,
                false,
                UUID.fromString("019a3b1c-7d2e-3f00-8a11-5f0c2d9e4b6a"),
                UUID.fromString("019a3b1c-7d2e-7f00-8a11-5f0c2d9e4b6d"),
                invoice.month(),
                invoice.issuer(),
                invoice.series(),
                "EUR",
                invoice.issueDate(),
                invoice.dueDate(),
                invoice.net(),
                invoice.tax(),
                invoice.gross(),
                BigDecimal.ZERO,
                1,
                invoice.statementHash(),
                invoice.data());

        var fact = InvoiceIssued.of(new Invoices.Issued(creditNote, "sha256:00"));

        var told = Contract.of("invoice.issued");
        assertThat(new ObjectMapper().<JsonNode>valueToTree(Map.of("event", fact.event(), "state", fact.state())))
                .isEqualTo(told.body());
        assertThat(fact.topic()).isEqualTo(told.topic());
        assertThat(fact.key()).isEqualTo("invoice/019a3b1c-7d2e-7f00-8a11-5f0c2d9e4b6c");
        assertThat(fact.type()).isEqualTo("invoice.issued");
    }
}
