package dev.kontor.customers.bulk;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kontor.customers.bulk.LicensingBillingClient.Conversion;
import dev.kontor.customers.customers.CustomerService;
import dev.kontor.platform.jobs.Item;
import dev.kontor.platform.jobs.Outcome;
import dev.kontor.platform.web.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.time.Duration;
import java.util.Map;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Has licensing-service change how one account is billed; outside any transaction, since it calls back. */
@ApplicationScoped
class BillingTypeChanges {

    private static final Duration SOON = Duration.ofSeconds(2);

    private final CustomerService customers;
    private final LicensingBillingClient licensing;

    BillingTypeChanges(CustomerService customers, @RestClient LicensingBillingClient licensing) {
        this.customers = customers;
        this.licensing = licensing;
    }

    Outcome change(Item<BulkWork> item) {
        var job = item.job();
        var customerId = item.id();
        customers.requireVisible(customerId);
        var wanted = job.parameters().parameters();
        try {
            // A repeat has the same key, and is answered like the first.
            var effects = licensing.convert(
                    customerId,
                    job.id() + "/" + customerId,
                    new Conversion(
                            job.partnerId(),
                            job.asker().subject(),
                            job.asker().programs(),
                            wanted.target(),
                            wanted.immediately(),
                            wanted.products()));
            return Outcome.done(Map.of("effects", effects.path("effects")));
        } catch (WebApplicationException e) {
            return refused(e);
        } catch (ProcessingException e) {
            throw Problems.unavailable(SOON);
        }
    }

    private static Outcome refused(WebApplicationException answer) {
        var status = answer.getResponse().getStatus();
        if (status == 404) {
            return Outcome.refused(Problems.notFound());
        }
        var problem = status < 500 && status != 401 ? answer.getResponse().readEntity(JsonNode.class) : null;
        // A try before this one that got no answer may still be at work.
        if (problem == null || problem.path("code").asText().equals("idempotency-in-progress")) {
            throw Problems.unavailable(SOON);
        }
        return Outcome.refused(status, problem.path("code").asText(), Map.of("errors", problem.path("errors")));
    }
}
