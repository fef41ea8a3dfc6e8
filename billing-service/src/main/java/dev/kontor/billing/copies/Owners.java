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

    public void askForPartner(UUID id) {
        answer(() -> customers.partner(id)).ifPresent(state -> keep("partner", state));
    }

    /** Asks for customers together with their licences. */
    public void askForCustomers(Collection<UUID> ids) {
        ids.stream().limit(MOST_QUESTIONS).forEach(id -> ask(id, null));
    }

    /** Asks for a customer, and whether {@code subject} sees it. */
    public void askForCustomer(UUID id, UUID partnerId, String subject) {
        ask(id, subject).filter(answer -> answer.path("assigned").asBoolean()).ifPresent(answer -> RowScope.worker()
                .run(() -> learned.assigned(partnerId, subject, id)));
    }

    /** Asks whether {@code subject} sees all of its partner's customers. */
    public void askForAdministrator(UUID partnerId, String subject) {
        answer(() -> customers.administrator(partnerId, subject)).ifPresent(state -> RowScope.worker()
                .run(() -> learned.administrator(
                        partnerId, subject, state.path("allCustomers").asBoolean())));
    }

    public void askForProducts() {
        answer(licensing::products).ifPresent(products -> products.forEach(state -> keep("product", state)));
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

    /** Empty where the owner does not know it, or does not answer: then the event will tell. */
    private static Optional<JsonNode> answer(Supplier<JsonNode> question) {
        try {
            return Optional.of(question.get());
        } catch (WebApplicationException e) {
            if (e.getResponse().getStatus() != NOT_FOUND) {
                LOG.warnf("An owner answered %s", e.getMessage());
            }
        } catch (ProcessingException e) {
            LOG.warnf("An owner did not answer: %s", e.getMessage());
        }
        return Optional.empty();
    }
}
