package dev.kontor.billing.invoices;

import dev.kontor.platform.web.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.time.Duration;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

/** Has reporting-service print a document; never inside a transaction. */
@ApplicationScoped
class InvoicePdf {

    private static final Logger LOG = Logger.getLogger(InvoicePdf.class);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final InvoicePrinter reporting;

    InvoicePdf(@RestClient InvoicePrinter reporting) {
        this.reporting = reporting;
    }

    byte[] print(Document document, String language) {
        try {
            return reporting.invoicePdf(language, PrintedInvoice.of(document));
        } catch (WebApplicationException | ProcessingException e) {
            LOG.warnf(
                    "reporting-service did not print invoice %s: %s",
                    document.invoice().id(), e.getMessage());
            throw Problems.unavailable(RETRY_AFTER);
        }
    }
}
