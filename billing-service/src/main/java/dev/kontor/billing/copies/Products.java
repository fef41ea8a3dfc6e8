package dev.kontor.billing.copies;

import dev.kontor.platform.copies.Copy;
import dev.kontor.platform.copies.CopyTable;
import dev.kontor.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Produces;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Copies of the product catalogue. */
@ApplicationScoped
public class Products {

    private static final CopyTable PRODUCTS = CopyTable.of("product", "code").added("former_names");

    private final Database database;
    private final Event<ProductKnown> known;

    Products(Database database, Event<ProductKnown> known) {
        this.database = database;
        this.known = known;
    }

    /** What billing needs of a product's state; all of it is kept. */
    record State(
            String code,
            String name,
            String category,
            String unit,
            boolean monthly,
            List<String> formerNames,
            long version) {}

    private record Categorised(String code, String category) {}

    @Produces
    Copy<State> products() {
        return new Copy<>("kontor.licensing.v1", "product", State.class, state -> PRODUCTS.keep(database, state)
                .filter(CopyTable.Kept::isNew)
                .ifPresent(kept -> known.fire(new ProductKnown(state.code()))));
    }

    /** What a product is and was called. */
    public record Named(String code, String name, List<String> formerNames) {}

    /** Every product there is, as people call it. */
    public List<Named> named() {
        return database.sql("select code, name, former_names from product")
                .list(row -> new Named(
                        row.text("code"),
                        row.text("name"),
                        Optional.ofNullable(row.json("former_names", String[].class))
                                .map(List::of)
                                .orElse(List.of())));
    }

    /** The category of every product there is. */
    public Map<String, String> categories() {
        return database.sql("select code, category from product").list(Categorised.class).stream()
                .collect(Collectors.toMap(Categorised::code, Categorised::category));
    }
}
