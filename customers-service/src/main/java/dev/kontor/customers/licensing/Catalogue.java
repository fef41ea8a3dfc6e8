package dev.kontor.customers.licensing;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kontor.platform.security.rows.RowScope;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.hibernate.Session;
import org.jboss.logging.Logger;

/** The local copy of the product catalogue: accounts are made from it even while licensing-service is away. */
@ApplicationScoped
public class Catalogue {

    private static final Logger LOG = Logger.getLogger(Catalogue.class);

    private final Session database;
    private final LicensingClient licensing;

    Catalogue(Session database, @RestClient LicensingClient licensing) {
        this.database = database;
        this.licensing = licensing;
    }

    /** A product as far as new accounts need it. */
    public record Product(String code, String name, String category, boolean monthly) {}

    /**
     * The known ones of {@code codes}. One not known here may be new: then the owner is asked once, outside any
     * transaction.
     */
    public Map<String, Product> find(Collection<String> codes) {
        var known = read(codes);
        if (!known.keySet().containsAll(codes) && refresh()) {
            known = read(codes);
        }
        return known;
    }

    private boolean refresh() {
        try {
            var products = licensing.products();
            RowScope.worker().run(() -> QuarkusTransaction.requiringNew().run(() -> products.forEach(this::apply)));
            return true;
        } catch (RuntimeException e) {
            LOG.warnf("The catalogue's owner could not be asked: %s", e);
            return false;
        }
    }

    void apply(JsonNode state) {
        database.createNativeMutationQuery(
                        """
                        insert into product (code, name, category, monthly, version) values (?1, ?2, ?3, ?4, ?5)
                        on conflict (code) do update set name = excluded.name, category = excluded.category,
                            monthly = excluded.monthly, version = excluded.version
                        where product.version < excluded.version""")
                .setParameter(1, state.path("code").asText())
                .setParameter(2, state.path("name").asText())
                .setParameter(3, state.path("category").asText())
                .setParameter(4, state.path("monthly").asBoolean())
                .setParameter(5, state.path("version").asLong())
                .executeUpdate();
    }

    private Map<String, Product> read(Collection<String> codes) {
        List<Object[]> rows = RowScope.worker().call(() -> QuarkusTransaction.requiringNew()
                .call(() -> new ArrayList<>(database.createNativeQuery(
                                "select code, name, category, monthly from product where code = any(?1)",
                                Object[].class)
                        .setParameter(1, codes.toArray(String[]::new))
                        .getResultList())));
        return rows.stream()
                .map(row -> new Product((String) row[0], (String) row[1], (String) row[2], (Boolean) row[3]))
                .collect(Collectors.toMap(Product::code, product -> product));
    }
}
