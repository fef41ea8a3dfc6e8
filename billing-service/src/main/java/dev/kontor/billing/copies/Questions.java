package dev.kontor.billing.copies;

import dev.kontor.platform.copies.Owners;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.UUID;

/**
 * What billing asks owners, so that a caller may use at once what it has just created. Whoever asks goes on without an answer:
 * what is unknown becomes known by event.
 */
@ApplicationScoped
public class Questions {

    /** Calls that one request may cost. */
    private static final int MOST = 50;

    private final Owners owners;

    Questions(Owners owners) {
        this.owners = owners;
    }

    public void askForPartner(UUID id) {
        Owners.patiently(() -> owners.askForPartner(id));
    }

    /** Asks for customers together with their licences. */
    public void askForCustomers(Collection<UUID> ids) {
        Owners.patiently(() -> ids.stream().limit(MOST).forEach(id -> owners.askForNewest(id)
                .ifPresent(partner -> owners.askForLicenses(id))));
    }

    /** Asks for a customer with its licences, and whether the caller sees it. */
    public void askForCustomer(UUID id) {
        Owners.patiently(() -> {
            if (owners.askForCustomer(id)) {
                owners.askForLicenses(id);
            }
        });
    }

    public void askForProducts() {
        Owners.patiently(owners::askForProducts);
    }

    /** Asks whether the caller sees all of its partner's customers. */
    void askForAdministrator() {
        Owners.patiently(owners::askForAdministrator);
    }
}
