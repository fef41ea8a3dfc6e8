package dev.kontor.licensing.catalogue;

import dev.kontor.platform.messaging.Fact;
import dev.kontor.platform.messaging.Outbox;
import dev.kontor.platform.web.Page;
import dev.kontor.platform.web.PageRequest;
import dev.kontor.platform.web.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.hibernate.exception.ConstraintViolationException;

/** The vendor's products. */
@ApplicationScoped
@Transactional
public class Catalogue {

    private static final String TOPIC = "kontor.licensing.v1";

    private final Products products;
    private final Outbox outbox;

    Catalogue(Products products, Outbox outbox) {
        this.products = products;
        this.outbox = outbox;
    }

    /** What other features ask of a product. */
    public record Offer(String code, Category category, boolean monthly) {}

    /** The products of these codes that exist, by code. */
    public Map<String, Offer> offers(Collection<String> codes) {
        return products.list("code in ?1", codes).stream()
                .map(p -> new Offer(p.code(), p.category(), p.monthly()))
                .collect(Collectors.toMap(Offer::code, o -> o));
    }

    Page<ProductView> page(ProductFilter filter, PageRequest request) {
        var after = request.after().map(keys -> keys.get(0)).orElse("");
        var rows = products.page(filter, after, request.fetch()).stream()
                .map(Product::view)
                .toList();
        return Page.of(rows, request, row -> List.of(row.code())).withTotal(request, () -> products.count(filter));
    }

    Versioned get(String code) {
        if (!Codes.isOne(code)) {
            throw Problems.notFound();
        }
        return products.findByIdOptional(code).map(Versioned::of).orElseThrow(Problems::notFound);
    }

    List<ProductState> states() {
        return products.list("order by code").stream().map(Product::state).toList();
    }

    /** Creates or changes a product; {@code check} sees the version of one that exists, or none, and may refuse. */
    Versioned put(String code, ProductChange wanted, Consumer<OptionalLong> check) {
        var known = products.findById(code);
        check.accept(known == null ? OptionalLong.empty() : OptionalLong.of(known.version()));
        if (known == null) {
            var created = Product.create(code, wanted);
            add(created);
            announce(created);
            return new Versioned(created.view(), created.version(), true);
        }
        if (known.change(wanted)) {
            announce(known);
        }
        return Versioned.of(known);
    }

    /** Writes the events of products that have none yet; a second call writes nothing. */
    void announceNew() {
        products.unannounced().forEach(this::announce);
    }

    private void add(Product created) {
        created.markAnnounced();
        try {
            products.persistAndFlush(created);
        } catch (ConstraintViolationException e) {
            // Created by somebody else meanwhile, so the caller has not seen it.
            throw Problems.versionConflict();
        }
    }

    private void announce(Product product) {
        product.markAnnounced();
        // Flushed, since the event carries the version after this change.
        products.persistAndFlush(product);
        var event = new ProductChanged(product.code());
        outbox.append(Fact.of(TOPIC, "product/" + product.code(), "product.changed", null, event, product.state()));
    }

    /** What happened: the operator, or a migration, set this product. */
    private record ProductChanged(String code) {}

    record Versioned(ProductView view, long version, boolean created) {
        static Versioned of(Product product) {
            return new Versioned(product.view(), product.version(), false);
        }
    }
}
