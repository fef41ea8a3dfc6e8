package dev.kontor.billing.resale;

import dev.kontor.billing.copies.Partner;
import dev.kontor.platform.web.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

/** Has reporting-service print a bill; never inside a transaction. */
@ApplicationScoped
class ResaleBillPdf {

    private static final Logger LOG = Logger.getLogger(ResaleBillPdf.class);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final ResaleBillPrinter reporting;

    ResaleBillPdf(@RestClient ResaleBillPrinter reporting) {
        this.reporting = reporting;
    }

    byte[] print(ResaleBillView bill, Partner partner, List<Locale> accepted) {
        try {
            return reporting.resaleBillPdf(partner.language(accepted), new PrintedResaleBill(bill, partner.logoHash()));
        } catch (WebApplicationException | ProcessingException e) {
            LOG.warnf(
                    "reporting-service did not print the bill of customer %s for %s: %s",
                    bill.customerId(), bill.month(), e.getMessage());
            throw Problems.unavailable(RETRY_AFTER);
        }
    }
}
