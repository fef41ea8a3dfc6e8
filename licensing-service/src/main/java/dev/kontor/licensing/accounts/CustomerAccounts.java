package dev.kontor.licensing.accounts;

import dev.kontor.platform.copies.Owners;
import dev.kontor.platform.web.Problem;
import dev.kontor.platform.web.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.time.Duration;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

/**
 * Changes of accounts at their owner, so that whoever was answered 2xx reads them there at once.
 *
 * <p>Never called in a transaction. What it throws is safe to repeat: customers-service does each of these once, and what was
 * done here is kept until it was told (decision 043).
 */
@ApplicationScoped
public class CustomerAccounts {

    private static final Logger LOG = Logger.getLogger(CustomerAccounts.class);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final Owners owners;
    private final AccountsClient owner;

    CustomerAccounts(Owners owners, @RestClient AccountsClient owner) {
        this.owners = owners;
        this.owner = owner;
    }

    /**
     * Tells the owner how a customer is billed; its event says the same, in case this never arrives.
     *
     * @throws Problem 503 where the owner doesn't answer
     */
    public void bill(BillingType type) {
        try {
            owner.bill(type.customerId(), type);
        } catch (WebApplicationException | ProcessingException away) {
            LOG.warnf("The billing type of customer %s reaches its owner by event only: %s", type.customerId(), away);
            throw Problems.unavailable(RETRY_AFTER);
        }
    }

    /**
     * The customer of an order, made by its owner and known here too; the same order gives the same customer.
     *
     * @throws Problem what the owner refuses, or 503 where it doesn't answer
     */
    public UUID ofOrder(UUID orderId, String language, OrderedCustomer wanted) {
        try {
            var asked = owners.moment();
            var answer = owner.orderedCustomer(orderId, language, wanted);
            return UUID.fromString(
                    owners.take(answer, wanted.by(), asked).get("id").asText());
        } catch (WebApplicationException refused) {
            throw OwnersRefusal.of(refused.getResponse(), wanted).orElseGet(() -> Problems.unavailable(RETRY_AFTER));
        } catch (ProcessingException unreachable) {
            throw Problems.unavailable(RETRY_AFTER);
        }
    }
}
