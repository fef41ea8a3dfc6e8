package dev.kontor.billing.statements;

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

/** Has reporting-service print a statement; never inside a transaction. */
@ApplicationScoped
class StatementPdf {

    private static final Logger LOG = Logger.getLogger(StatementPdf.class);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final ReportingClient reporting;
    private final StatementParties parties;

    StatementPdf(@RestClient ReportingClient reporting, StatementParties parties) {
        this.reporting = reporting;
        this.parties = parties;
    }

    byte[] print(StatementContent content, Partner partner, List<Locale> accepted) {
        var printed = PrintedStatement.of(content, partner, parties.of(content.statement(), partner));
        try {
            return reporting.statementPdf(partner.language(accepted), printed);
        } catch (WebApplicationException | ProcessingException e) {
            LOG.warnf(
                    "reporting-service did not print statement %s: %s",
                    content.statement().id(), e.getMessage());
            throw Problems.unavailable(RETRY_AFTER);
        }
    }
}
