package dev.kontor.billing.reconciliation;

import dev.kontor.billing.copies.Products;
import dev.kontor.platform.web.text.Folding;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Finds products by their code, else by what they are called, else by what they were called. */
final class ProductKeys {

    private final Map<String, Set<String>> byCode = new HashMap<>();
    private final Map<String, Set<String>> byName = new HashMap<>();
    private final Map<String, Set<String>> byFormerName = new HashMap<>();

    ProductKeys(Collection<Products.Named> products) {
        products.forEach(product -> {
            add(byCode, product.code(), product);
            add(byName, product.name(), product);
            product.formerNames().forEach(name -> add(byFormerName, name, product));
        });
    }

    private static void add(Map<String, Set<String>> keys, String key, Products.Named product) {
        keys.computeIfAbsent(Folding.of(key), any -> new HashSet<>()).add(product.code());
    }

    /** None, one, or where it is ambiguous several codes. */
    Set<String> of(String key) {
        var folded = Folding.of(key);
        return Stream.of(byCode, byName, byFormerName)
                .map(keys -> keys.getOrDefault(folded, Set.of()))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(Set.of());
    }
}
