package dev.kontor.customers.logos;

import dev.kontor.customers.customers.CustomerService;
import dev.kontor.customers.partners.PartnerService;
import dev.kontor.platform.web.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/** Logos of partners and customers; which one is shown is told with the partner or customer, by its hash. */
@ApplicationScoped
@Transactional
class LogoService {

    private final LogoRows rows;
    private final CustomerService customers;
    private final PartnerService partners;
    private final Clock clock;

    LogoService(LogoRows rows, CustomerService customers, PartnerService partners, Clock clock) {
        this.rows = rows;
        this.customers = customers;
        this.partners = partners;
        this.clock = clock;
    }

    /** 404 for a customer that the caller does not see, whatever its logo's row says. */
    LogoImage ofCustomer(UUID customerId) {
        customers.requireVisible(customerId);
        return of(customerId);
    }

    LogoImage ofPartner(UUID partnerId) {
        return of(partnerId);
    }

    private LogoImage of(UUID ownerId) {
        return rows.of(ownerId).orElseThrow(Problems::notFound);
    }

    LogoImage byHash(String hash) {
        return rows.byHash(hash).orElseThrow(Problems::notFound);
    }

    /** 404 for a customer that is not the caller's, before what it sent is looked at. */
    void requireCustomer(UUID customerId) {
        customers.requireVisible(customerId);
    }

    void putCustomers(UUID customerId, LogoImage logo) {
        var partnerId = customers.showLogo(customerId, logo.hash());
        rows.write(partnerId, customerId, customerId, logo, clock.instant());
    }

    void putPartners(UUID partnerId, LogoImage logo) {
        partners.showLogo(partnerId, logo.hash());
        rows.write(partnerId, partnerId, null, logo, clock.instant());
    }

    void removeCustomers(UUID customerId) {
        customers.showLogo(customerId, null);
        remove(customerId);
    }

    void removePartners(UUID partnerId) {
        partners.showLogo(partnerId, null);
        remove(partnerId);
    }

    private void remove(UUID ownerId) {
        if (!rows.remove(ownerId)) {
            throw Problems.notFound();
        }
    }
}
