package dev.kontor.reporting.copies;

import dev.kontor.platform.security.Caller;
import dev.kontor.platform.security.rows.RowScope;
import dev.kontor.platform.web.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

/**
 * Finds the customers a caller names: what one call created the next call knows, also before its event is here.
 *
 * <p>Never called in a transaction, since it may ask customers-service.
 */
@ApplicationScoped
public class KnownCustomers {

    private static final Logger LOG = Logger.getLogger(KnownCustomers.class);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);
    private static final int NOT_FOUND = 404;

    private final CustomerCopies copies;
    private final CustomersClient owner;
    private final Logos logos;
    private final Caller caller;

    KnownCustomers(CustomerCopies copies, @RestClient CustomersClient owner, Logos logos, Caller caller) {
        this.copies = copies;
        this.owner = owner;
        this.logos = logos;
        this.caller = caller;
    }

    /**
     * Makes sure that the caller sees the customer; asks its owner where the copy doesn't know it.
     *
     * @throws dev.kontor.platform.web.Problem 404 where there is none, 503 where that can't be told now
     */
    public void require(UUID id) {
        if (copies.partnerOf(id) == null && !(askOwner(id) && copies.partnerOf(id) != null)) {
            throw Problems.notFound();
        }
    }

    /** Asks for a customer that may be new; whether it is there then is for the copy to say. */
    public void learn(UUID id) {
        askOwner(id);
    }

    /**
     * Brings names and logos up to date, as far as customers-service answers: what is frozen now should not show what
     * was renamed a moment ago. Where it is away the copy has to do.
     */
    void refresh(UUID id) {
        answers(() -> newest(id).ifPresent(this::newestPartner));
    }

    /**
     * The same of a customer alone, for work that goes on without its caller.
     *
     * @return false where customers-service is away
     */
    public boolean refreshCustomer(UUID id) {
        return answers(() -> newest(id));
    }

    /**
     * The same of a partner.
     *
     * @return false where customers-service is away
     */
    public boolean refreshPartner(UUID id) {
        return answers(() -> newestPartner(id));
    }

    /**
     * Answers the customer's partner, empty where there is no such customer. Who sees it is not asked: what an answer says of
     * that may be over by now, and nothing would ever take it back.
     */
    private Optional<UUID> newest(UUID id) {
        Optional<CustomersClient.Answer> answer = ifThere(() -> owner.customer(id, null));
        answer.ifPresent(told -> {
            RowScope.worker().run(() -> copies.apply(told, null));
            logos.keep(told.customer().logoHash());
        });
        return answer.map(told -> told.customer().partnerId());
    }

    /** A customer without a partner names one that is not there (the vendor), and shows its own logo alone. */
    private void newestPartner(UUID id) {
        ifThere(() -> owner.partner(id)).ifPresent(told -> {
            RowScope.worker().run(() -> copies.apply(told));
            logos.keep(told.logoHash());
        });
    }

    private static boolean answers(Runnable questions) {
        try {
            questions.run();
            return true;
        } catch (WebApplicationException | ProcessingException away) {
            LOG.debugf("customers-service did not answer, the copy serves: %s", away.getMessage());
            return false;
        }
    }

    private static <T> Optional<T> ifThere(Supplier<T> question) {
        try {
            return Optional.of(question.get());
        } catch (WebApplicationException refused) {
            if (refused.getResponse().getStatus() == NOT_FOUND) {
                return Optional.empty();
            }
            throw refused;
        }
    }

    /** Asks for whatever the caller doesn't see: it may be new, or just connected or assigned. */
    private boolean askOwner(UUID id) {
        try {
            Optional<CustomersClient.Answer> answer = ifThere(() -> owner.customer(id, subject()));
            answer.ifPresent(told -> RowScope.worker().run(() -> copies.apply(told, subject())));
            return answer.isPresent();
        } catch (WebApplicationException | ProcessingException away) {
            throw Problems.unavailable(RETRY_AFTER);
        }
    }

    private String subject() {
        return caller.kind() == Caller.Kind.SERVICE ? null : caller.subject();
    }
}
