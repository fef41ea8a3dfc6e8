package dev.kontor.platform.copies;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kontor.platform.security.Caller;
import dev.kontor.platform.security.rows.RowScope;
import dev.kontor.platform.security.rows.Visibility;
import dev.kontor.platform.web.Problem;
import dev.kontor.platform.web.Problems;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Asks owners for what is not known here, or not newly enough, so that what one call created the next one knows (ADR 005).
 * An answer is taken in by the code that takes in its owner's events.
 *
 * <p>Never called in a transaction. Where an owner gives no answer, that is a problem 503.
 */
@ApplicationScoped
public class Owners {

    private static final Logger LOG = Logger.getLogger(Owners.class);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);
    private static final int NOT_FOUND = 404;
    private static final int UNAVAILABLE = 503;

    private final CustomersClient customers;
    private final LicensingClient licensing;
    private final Copies copies;
    private final Visibility visibility;
    private final Caller caller;

    Owners(
            @RestClient CustomersClient customers,
            @RestClient LicensingClient licensing,
            Copies copies,
            Visibility visibility,
            Caller caller) {
        this.customers = customers;
        this.licensing = licensing;
        this.copies = copies;
        this.visibility = visibility;
        this.caller = caller;
    }

    /**
     * What {@code copy} says of a customer; where it says nothing, once its owner was asked: the customer may be new, or just
     * connected to the caller's partner, or assigned to the caller.
     */
    public <T> Optional<T> find(UUID customerId, Function<UUID, Optional<T>> copy) {
        var known = copy.apply(customerId);
        return known.isPresent() || !askForCustomer(customerId) ? known : copy.apply(customerId);
    }

    /** Asks for a customer, and what the caller sees of its partner's; answers whether there is one. */
    public boolean askForCustomer(UUID id) {
        var subject = caller.kind() == Caller.Kind.SERVICE ? null : caller.subject();
        var asked = moment();
        return answer(() -> customers.customer(id, subject))
                .map(answer -> take(answer, subject, asked))
                .isPresent();
    }

    /**
     * Asks for a customer alone and answers whose it is. Who sees it is not asked: what an answer says of that may be over
     * by the time it is here, and nothing would ever take it back.
     */
    public Optional<UUID> askForNewest(UUID customerId) {
        return answer(() -> customers.customer(customerId, null)).map(answer -> partnerOf(take(answer)));
    }

    public boolean askForPartner(UUID id) {
        return keep("partner", answer(() -> customers.partner(id)));
    }

    /** Asks whether the caller sees all of its partner's customers. */
    public void askForAdministrator() {
        var partner = caller.partnerId();
        var subject = caller.subject();
        var asked = moment();
        answer(() -> customers.administrator(partner, subject))
                .ifPresent(state -> sees("administrator/" + partner + "/" + subject, state, asked));
    }

    public boolean askForLicenses(UUID customerId) {
        return keep("licenses", answer(() -> licensing.licenses(customerId)));
    }

    public void askForProducts() {
        answer(licensing::products)
                .ifPresent(products -> asWorker(() -> products.forEach(state -> copies.keep("product", state))));
    }

    /** When a question is put, by the clock that says when records are taken in. */
    public Instant moment() {
        return RowScope.worker().call(() -> QuarkusTransaction.requiringNew().call(visibility::moment));
    }

    /**
     * Takes in a customer that its owner answered; answers its state.
     *
     * @param subject whose sight of it was asked for too, or null
     * @param asked the {@link #moment} before
     */
    public JsonNode take(JsonNode answer, @Nullable String subject, Instant asked) {
        var customer = take(answer);
        if (subject != null) {
            seen(answer, subject, asked);
        }
        return customer;
    }

    private JsonNode take(JsonNode answer) {
        asWorker(() -> {
            copies.keep(Copies.CUSTOMER, answer.required(Copies.CUSTOMER));
            if (copies.isKept("consent") && answer.hasNonNull("consent")) {
                copies.keep("consent", answer.get("consent"));
            }
        });
        return answer.get(Copies.CUSTOMER);
    }

    /** The answer to a question, empty where its owner knows no such thing. */
    public static <T> Optional<T> answer(Supplier<T> question) {
        try {
            return Optional.of(question.get());
        } catch (WebApplicationException refused) {
            if (refused.getResponse().getStatus() == NOT_FOUND) {
                return Optional.empty();
            }
            throw away(refused);
        } catch (ProcessingException unreachable) {
            throw away(unreachable);
        }
    }

    /**
     * For whoever can go on with what the copies say.
     *
     * @return false where an owner gave no answer; it was asked no further question
     */
    public static boolean patiently(Runnable questions) {
        try {
            questions.run();
            return true;
        } catch (Problem problem) {
            if (problem.status() == UNAVAILABLE) {
                return false;
            }
            throw problem;
        }
    }

    private static Problem away(RuntimeException cause) {
        LOG.warnf("An owner did not answer: %s", cause.getMessage());
        return Problems.unavailable(RETRY_AFTER);
    }

    private boolean keep(String kind, Optional<JsonNode> answer) {
        answer.ifPresent(state -> asWorker(() -> copies.keep(kind, state)));
        return answer.isPresent();
    }

    /** What the subject sees of the partner's customers: all, or this one directly or through groups. */
    private void seen(JsonNode answer, String subject, Instant asked) {
        var customer = answer.at("/customer/id").asText();
        var partner = partnerOf(answer.get(Copies.CUSTOMER));
        if (answer.hasNonNull("administrator")) {
            sees("administrator/" + partner + "/" + subject, answer.get("administrator"), asked);
        }
        if (answer.path("assigned").asBoolean()) {
            sees("assignment/" + partner + "/" + subject + "/" + customer, answer, asked);
        }
        answer.path("groupIds").forEach(group -> {
            var its = partner + "/" + group.asText() + "/";
            sees("group-customer/" + its + customer, answer, asked);
            sees("group-administrator/" + its + subject, answer, asked);
        });
    }

    private void sees(String key, JsonNode state, Instant asked) {
        asWorker(() -> visibility.answered(key, state, asked));
    }

    private static UUID partnerOf(JsonNode customer) {
        return UUID.fromString(customer.required("partnerId").asText());
    }

    private static void asWorker(Runnable work) {
        RowScope.worker().run(() -> QuarkusTransaction.requiringNew().run(work));
    }
}
