package dev.kontor.reporting.copies;

import dev.kontor.platform.copies.Copy;
import dev.kontor.platform.copies.CopyTable;
import dev.kontor.platform.database.Database;
import dev.kontor.platform.database.Row;
import dev.kontor.platform.web.ProblemCatalog;
import dev.kontor.platform.web.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What documents show of a customer and its partner, in the caller's transaction and sight. */
@ApplicationScoped
@Transactional
public class Brandings {

    private static final String CUSTOMERS_TOPIC = "kontor.customers.v1";

    /** Of customers told before anybody asked for this, nobody knows whether they are managed. */
    private static final CopyTable CUSTOMERS = CopyTable.of("customers", "id").added("managed");

    /** Of partners told before anybody asked for this, nobody knows their programs. */
    private static final CopyTable PARTNERS = CopyTable.of("partners", "id").added("programs");

    private final Database database;

    Brandings(Database database) {
        this.database = database;
    }

    /** What reports need of a partner's state; all of it is kept. */
    record PartnerState(
            UUID id,
            String name,
            List<String> programs,
            @Nullable String locale,
            @Nullable String logoHash,
            boolean suspended,
            long version) {}

    /** What reports need of a customer's state. */
    record CustomerState(
            UUID id,
            UUID partnerId,
            String name,
            @Nullable String displayName,
            boolean managed,
            @Nullable String logoHash,
            long version) {

        private Kept kept() {
            return new Kept(id, partnerId, displayName == null ? name : displayName, logoHash, managed, version);
        }
    }

    private record Kept(
            UUID id, UUID partnerId, String name, @Nullable String logoHash, boolean managed, long version) {}

    /** Where a customer changes its partner, the database moves the rows that hang on it. */
    @Produces
    Copy<CustomerState> customers() {
        return new Copy<>(
                CUSTOMERS_TOPIC, "customer", CustomerState.class, state -> CUSTOMERS.keep(database, state.kept()));
    }

    @Produces
    Copy<PartnerState> partners() {
        return new Copy<>(CUSTOMERS_TOPIC, "partner", PartnerState.class, state -> PARTNERS.keep(database, state));
    }

    public Branding of(UUID customerId) {
        return database.sql(
                        """
                        select c.partner_id, c.name, p.name as partner_name, p.locale,
                               p.logo_hash as partner_logo, c.logo_hash as logo
                        from customers c left join partners p on p.id = c.partner_id where c.id = :id""")
                .with("id", customerId)
                .first(Brandings::branding)
                .orElseThrow(Problems::notFound);
    }

    /** The partner a customer belongs to now. */
    public UUID partnerOf(UUID customerId) {
        return findPartner(customerId).orElseThrow(Problems::notFound);
    }

    /** The same, empty where the caller sees no such customer. */
    Optional<UUID> findPartner(UUID customerId) {
        return database.sql("select partner_id from customers where id = :id")
                .with("id", customerId)
                .first(UUID.class);
    }

    private static Branding branding(Row row) {
        var partner = row.text("partner_name");
        var locale = row.text("locale");
        return new Branding(
                row.id("partner_id"),
                partner == null ? "" : partner,
                row.text("partner_logo"),
                locale == null ? ProblemCatalog.LANGUAGES.get(0) : ProblemCatalog.language(locale),
                row.text("name"),
                row.text("logo"));
    }
}
