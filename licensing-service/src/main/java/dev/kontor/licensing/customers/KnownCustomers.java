package dev.kontor.licensing.customers;

import dev.kontor.platform.security.Caller;
import dev.kontor.platform.security.rows.RowScope;
import dev.kontor.platform.web.Problem;
import dev.kontor.platform.web.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/**
 * Finds the customers a caller names: what one call created the next call knows, also before its event is here.
 *
 * <p>Never called in a transaction, since it may ask customers-service.
 */
@ApplicationScoped
public class KnownCustomers {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);
    private static final int NOT_FOUND = 404;

    private final CustomerCopies copies;
    private final CustomersClient owner;
    private final Caller caller;

    KnownCustomers(CustomerCopies copies, @RestClient CustomersClient owner, Caller caller) {
        this.copies = copies;
        this.owner = owner;
        this.caller = caller;
    }

    /**
     * The account type of a customer the caller sees.
     *
     * @throws Problem 404 where there is none, 503 where that can't be told now
     */
    public AccountType require(UUID id) {
        return find(id).orElseThrow(Problems::notFound);
    }

    /**
     * For another service's call on behalf of a partner: the customer must be that partner's.
     *
     * @throws Problem 404 where it isn't
     */
    public void requireOf(UUID partnerId, UUID id) {
        var known = partnerId.equals(copies.partner(id));
        if (!known && !(askOwner(id) && partnerId.equals(copies.partner(id)))) {
            throw Problems.notFound();
        }
    }

    /** As {@link #require}, but empty where the caller sees no such customer. */
    public Optional<AccountType> find(UUID id) {
        var visible = copies.accountType(id);
        if (visible == null && askOwner(id)) {
            visible = copies.accountType(id);
        }
        return Optional.ofNullable(visible);
    }

    /** Asks for whatever the caller doesn't see: it may be new, or just connected or assigned. */
    private boolean askOwner(UUID id) {
        var subject = caller.kind() == Caller.Kind.SERVICE ? null : caller.subject();
        try {
            var answer = owner.customer(id, subject);
            RowScope.worker().run(() -> copies.apply(answer, subject));
            return true;
        } catch (WebApplicationException refused) {
            if (refused.getResponse().getStatus() == NOT_FOUND) {
                return false;
            }
            throw Problems.unavailable(RETRY_AFTER);
        } catch (ProcessingException unreachable) {
            throw Problems.unavailable(RETRY_AFTER);
        }
    }
}
