package dev.kontor.customers.copies;

import dev.kontor.platform.copies.Copy;
import dev.kontor.platform.copies.CopyTable;
import dev.kontor.platform.copies.Owners;
import dev.kontor.platform.database.Database;
import dev.kontor.platform.security.rows.RowScope;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/** The local copy of the product catalogue: accounts are made from it even while licensing-service is away. */
@ApplicationScoped
public class Catalogue {

    private static final CopyTable PRODUCTS = CopyTable.of("product", "code");

    private final Database database;
    private final Owners owners;

    Catalogue(Database database, Owners owners) {
        this.database = database;
        this.owners = owners;
    }

    /** A product as far as new accounts need it. */
    public record Product(String code, String name, String category, boolean monthly) {}

    /** What is needed of a product's state; all of it is kept. */
    record State(String code, String name, String category, boolean monthly, long version) {}

    @Produces
    Copy<State> products() {
        return new Copy<>("kontor.licensing.v1", "product", State.class, state -> PRODUCTS.keep(database, state));
    }

    /**
     * The known ones of {@code codes}. One not known here may be new: then the owner is asked once, outside any
     * transaction.
     */
    public Map<String, Product> find(Collection<String> codes) {
        var known = read(codes);
        if (!known.keySet().containsAll(codes) && Owners.patiently(owners::askForProducts)) {
            known = read(codes);
        }
        return known;
    }

    private Map<String, Product> read(Collection<String> codes) {
        return RowScope.worker()
                .call(() -> QuarkusTransaction.requiringNew().call(() -> database.sql(
                                "select code, name, category, monthly from product where code = any (:codes)")
                        .with("codes", codes.toArray(String[]::new))
                        .list(Product.class)))
                .stream()
                .collect(Collectors.toMap(Product::code, product -> product));
    }
}
