package dev.kontor.billing.copies;

import dev.kontor.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.HashMap;
import java.util.Map;

/** Copies of the product catalogue. */
@ApplicationScoped
public class Products {

    private final Database database;
    private final Event<ProductKnown> known;

    Products(Database database, Event<ProductKnown> known) {
        this.database = database;
        this.known = known;
    }

    /** The category of every product there is. */
    public Map<String, String> categories() {
        Map<String, String> categories = new HashMap<>();
        database.list("select code, category from product", row -> {
            categories.put(row.text("code"), row.text("category"));
            return null;
        });
        return categories;
    }

    void apply(ProductState state) {
        boolean inserted = database.first(
                        """
                        insert into product (code, name, category, unit, monthly, version) values (?, ?, ?, ?, ?, ?)
                        on conflict (code) do update set name = excluded.name, category = excluded.category,
                            unit = excluded.unit, monthly = excluded.monthly, version = excluded.version
                        where product.version < excluded.version
                        returning xmax = 0 as inserted""",
                        row -> row.flag("inserted"),
                        state.code(),
                        state.name(),
                        state.category(),
                        state.unit(),
                        state.monthly(),
                        state.version())
                .orElse(false);
        if (inserted) {
            known.fire(new ProductKnown(state.code()));
        }
    }
}
