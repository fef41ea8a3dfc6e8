package dev.kontor.billing.copies;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kontor.platform.security.rows.RowScope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

/**
 * Asks the owner about what is not known here, so that a caller may use at once what it has just created (api.md, "read
 * your writes"). Never called inside a transaction.
 */
@ApplicationScoped
public class Owners {

    private static final Logger LOG = Logger.getLogger(Owners.class);
    private static final int NOT_FOUND = 404;

    /** Calls that one request may cost; whatever is left becomes known by event. */
    private static final int MOST_QUESTIONS = 50;

    private final CustomersClient customers;
    private final LicensingClient licensing;
    private final Learned learned;

    Owners(@RestClient CustomersClient customers, @RestClient LicensingClient licensing, Learned learned) {
        this.customers = customers;
        this.licensing = licensing;
        this.learned = learned;
    }

    /** The owner gives no answer: whatever is unknown becomes known by event. */
    private static final class Away extends RuntimeException {
        Away(RuntimeException cause) {
            super(cause.getMessage(), cause, false, false);
        }
    }

    public void askForPartner(UUID id) {
        patiently(() -> answer(() -> customers.partner(id)).ifPresent(state -> keep("partner", state)));
    }

    /** Asks for customers together with their licences. */
    public void askForCustomers(Collection<UUID> ids) {
        patiently(() -> ids.stream().limit(MOST_QUESTIONS).forEach(id -> ask(id, null)));
    }

    /** Asks for a customer, and whether {@code subject} sees it. */
    public void askForCustomer(UUID id, UUID partnerId, String subject) {
        patiently(() -> ask(id, subject)
                .ifPresent(answer -> RowScope.worker().run(() -> learned.seen(partnerId, subject, id, answer))));
    }

    /** Asks whether {@code subject} sees all of its partner's customers. */
    public void askForAdministrator(UUID partnerId, String subject) {
        patiently(() -> answer(() -> customers.administrator(partnerId, subject))
                .map(state -> state.path("allCustomers").asBoolean())
                .ifPresent(all -> RowScope.worker().run(() -> learned.administrator(partnerId, subject, all))));
    }

    public void askForProducts() {
        patiently(() ->
                answer(licensing::products).ifPresent(products -> products.forEach(state -> keep("product", state))));
    }

    private Optional<JsonNode> ask(UUID id, String subject) {
        Optional<JsonNode> answer = answer(() -> customers.customer(id, subject));
        if (answer.isPresent()) {
            keep("customer", answer.get().path("customer"));
            answer(() -> licensing.licenses(id)).ifPresent(state -> keep("licenses", state));
        }
        return answer;
    }

    private void keep(String kind, JsonNode state) {
        RowScope.worker().run(() -> learned.keep(kind, state));
    }

    /** Whoever asks goes on without an answer; but an owner that is away is not asked a second question. */
    private static void patiently(Runnable questions) {
        try {
            questions.run();
        } catch (Away away) {
            LOG.warnf("An owner did not answer: %s", away.getMessage());
        }
    }

    /** Empty where the owner does not know it. */
    private static Optional<JsonNode> answer(Supplier<JsonNode> question) {
        try {
            return Optional.of(question.get());
        } catch (WebApplicationException e) {
            if (e.getResponse().getStatus() == NOT_FOUND) {
                return Optional.empty();
            }
            throw new Away(e);
        } catch (ProcessingException e) {
            throw new Away(e);
        }
    }
}
