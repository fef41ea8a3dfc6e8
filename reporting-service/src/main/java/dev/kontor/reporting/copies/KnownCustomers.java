package dev.kontor.reporting.copies;

import dev.kontor.platform.copies.Owners;
import dev.kontor.platform.web.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/**
 * Finds the customers a caller names: what one call created the next call knows, also before its event is here.
 *
 * <p>Never called in a transaction, since it may ask customers-service.
 */
@ApplicationScoped
public class KnownCustomers {

    private final Brandings copies;
    private final Owners owners;
    private final Logos logos;

    KnownCustomers(Brandings copies, Owners owners, Logos logos) {
        this.copies = copies;
        this.owners = owners;
        this.logos = logos;
    }

    /**
     * Makes sure that the caller sees the customer; asks its owner where the copy doesn't know it.
     *
     * @throws dev.kontor.platform.web.Problem 404 where there is none, 503 where that can't be told now
     */
    public void require(UUID id) {
        if (owners.find(id, copies::findPartner).isEmpty()) {
            throw Problems.notFound();
        }
    }

    /** Asks for a customer that may be new; whether it is there then is for the copy to say. */
    public void learn(UUID id) {
        owners.askForCustomer(id);
    }

    /**
     * Brings names and logos up to date, as far as customers-service answers: what is frozen now should not show what
     * was renamed a moment ago. Where it is away the copy has to do.
     */
    public void refresh(UUID id) {
        Owners.patiently(() -> owners.askForNewest(id).ifPresent(partner -> {
            logos.fetch(id);
            newestPartner(partner);
        }));
    }

    /**
     * The same of a customer alone, for work that goes on without its caller.
     *
     * @return false where customers-service is away
     */
    public boolean refreshCustomer(UUID id) {
        return Owners.patiently(() -> owners.askForNewest(id).ifPresent(partner -> logos.fetch(id)));
    }

    /**
     * The same of a partner.
     *
     * @return false where customers-service is away
     */
    public boolean refreshPartner(UUID id) {
        return Owners.patiently(() -> newestPartner(id));
    }

    /** A customer without a partner names one that is not there (the vendor), and shows its own logo alone. */
    private void newestPartner(UUID id) {
        if (owners.askForPartner(id)) {
            logos.fetch(id);
        }
    }
}
