package dev.kontor.reporting.copies;

import dev.kontor.platform.copies.Copy;
import dev.kontor.platform.copies.CopyTable;
import dev.kontor.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Copies of licence lists and product names. The same state twice, or an older one, changes nothing. */
@ApplicationScoped
@Transactional
public class LicenseCopies {

    /** Past licences are history, not what a report of today lists. */
    private static final Set<String> LISTED = Set.of("trial", "active", "expiring", "expired");

    private static final String LICENSING = "kontor.licensing.v1";
    private static final CopyTable LISTS = CopyTable.of("license_lists", "customer_id");
    private static final CopyTable PRODUCTS = CopyTable.of("products", "code");

    private final Database database;

    LicenseCopies(Database database) {
        this.database = database;
    }

    /** What reports need of a product's state; all of it is kept. */
    record ProductState(String code, String name, long version) {}

    /** What reports need of the state of a customer's licences; all of it is kept. */
    record LicensesState(UUID customerId, UUID partnerId, String status, List<Item> licenses, long version) {

        record Item(
                String product,
                String type,
                String status,
                @Nullable Integer quantity,
                boolean unlimited,
                @Nullable Instant endAt) {}
    }

    private record Listed(String status, List<LicensesState.Item> licenses) {}

    private record Product(String code, String name) {}

    @Produces
    Copy<LicensesState> licenses() {
        return new Copy<>(LICENSING, "licenses", LicensesState.class, state -> LISTS.keep(database, state));
    }

    @Produces
    Copy<ProductState> products() {
        return new Copy<>(LICENSING, "product", ProductState.class, state -> PRODUCTS.keep(database, state));
    }

    /** A customer's licences, empty where nothing was told of them yet. */
    public Optional<LicenseList> of(UUID customerId) {
        var names = productNames();
        return database.sql("select status, licenses from license_lists where customer_id = :id")
                .with("id", customerId)
                .first(Listed.class)
                .map(listed -> new LicenseList(
                        listed.status(),
                        listed.licenses().stream()
                                .filter(item -> LISTED.contains(item.status()))
                                .map(item -> row(item, names))
                                .sorted(Comparator.comparing(LicenseRow::product)
                                        .thenComparing(LicenseRow::type)
                                        .thenComparing(LicenseRow::status))
                                .toList()));
    }

    /** The names of all products by their codes. */
    public Map<String, String> productNames() {
        return database.sql("select code, name from products").list(Product.class).stream()
                .collect(Collectors.toUnmodifiableMap(Product::code, Product::name));
    }

    private static LicenseRow row(LicensesState.Item item, Map<String, String> names) {
        var ends = item.endAt() == null
                ? null
                : item.endAt().atOffset(ZoneOffset.UTC).toLocalDate();
        return new LicenseRow(
                names.getOrDefault(item.product(), item.product()),
                item.type(),
                item.status(),
                item.unlimited() ? null : item.quantity(),
                item.unlimited(),
                ends);
    }
}
