package dev.kontor.reporting.copies;

import dev.kontor.platform.web.ProblemCatalog;
import dev.kontor.platform.web.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Locale;
import java.util.UUID;

/** Reads what documents show of a customer and its partner, in the caller's transaction and sight. */
@ApplicationScoped
@Transactional
public class Brandings {

    private final Customers customers;
    private final Partners partners;
    private final LogoRows logos;

    Brandings(Customers customers, Partners partners, LogoRows logos) {
        this.customers = customers;
        this.partners = partners;
        this.logos = logos;
    }

    public Branding of(UUID customerId) {
        Customer customer = customers.findByIdOptional(customerId).orElseThrow(Problems::notFound);
        Partner partner = partners.findById(customer.partnerId());
        return new Branding(
                customer.partnerId(),
                partner == null ? "" : partner.name(),
                partner == null ? null : shown(partner.logoHash()),
                locale(partner),
                customer.name(),
                shown(customer.logoHash()));
    }

    /** The partner a customer belongs to now. */
    public UUID partnerOf(UUID customerId) {
        return customers
                .findByIdOptional(customerId)
                .orElseThrow(Problems::notFound)
                .partnerId();
    }

    private String shown(String hash) {
        return logos.has(hash) ? hash : null;
    }

    private static Locale locale(Partner partner) {
        return partner == null || partner.locale() == null
                ? ProblemCatalog.LANGUAGES.get(0)
                : ProblemCatalog.language(partner.locale());
    }
}
