package dev.kontor.billing.reconciliation;

import dev.kontor.billing.copies.Relation;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Finds customers by what a partner calls them: their id, or the id they have in the partner's own tool. */
final class CustomerKeys {

    private final Map<String, Set<UUID>> byKey = new HashMap<>();
    private final Map<UUID, Relation> byId = new HashMap<>();

    /** Of stretches of time; the last one of a customer says its name and external id. */
    CustomerKeys(Collection<Relation> inOrder) {
        inOrder.forEach(relation -> byId.put(relation.customerId(), relation));
        byId.forEach((id, relation) -> {
            add(id.toString(), id);
            if (relation.externalId() != null) {
                add(relation.externalId(), id);
            }
        });
    }

    private void add(String key, UUID id) {
        byKey.computeIfAbsent(key, any -> new HashSet<>()).add(id);
    }

    /** None, one, or where it is ambiguous several. */
    Set<UUID> of(String key) {
        Set<UUID> exact = byKey.get(key);
        return exact != null ? exact : byKey.getOrDefault(key.toLowerCase(Locale.ROOT), Set.of());
    }

    /** Null for one that is not here. */
    Relation relation(UUID id) {
        return byId.get(id);
    }
}
