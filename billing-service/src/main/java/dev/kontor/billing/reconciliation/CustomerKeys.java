package dev.kontor.billing.reconciliation;

import static java.util.stream.Collectors.toSet;

import dev.kontor.billing.copies.Relation;
import dev.kontor.billing.counting.Period;
import dev.kontor.platform.web.text.Folding;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * Finds customers by what a partner calls them: their id, the id they have in the partner's own tool, or
 * else their name. Tools give such an
 * id again once a customer is gone, so it means whoever had it in the month that is compared. Ids are the same where they
 * fold to the same, as they are where they are given.
 */
final class CustomerKeys {

    private final YearMonth month;
    private final Set<UUID> billed;
    private final Map<String, List<Relation>> byKey = new HashMap<>();
    private final Map<String, List<Relation>> byName = new HashMap<>();
    private final Map<UUID, Relation> byId = new HashMap<>();

    /**
     * Of stretches of time; the last one of a customer says its name.
     *
     * @param billed the customers that have a line in that month
     */
    CustomerKeys(Collection<Relation> inOrder, YearMonth month, Set<UUID> billed) {
        this.month = month;
        this.billed = billed;
        inOrder.forEach(relation -> {
            byId.put(relation.customerId(), relation);
            add(byKey, relation.customerId().toString(), relation);
            if (relation.externalId() != null) {
                add(byKey, relation.externalId(), relation);
            }
            add(byName, relation.name(), relation);
        });
    }

    private static void add(Map<String, List<Relation>> keys, String key, Relation relation) {
        keys.computeIfAbsent(Folding.of(key), any -> new ArrayList<>()).add(relation);
    }

    /** None, one, or where it is ambiguous several. */
    Set<UUID> of(String key) {
        var folded = Folding.of(key);
        var called = byKey.getOrDefault(folded, byName.getOrDefault(folded, List.of()));
        var then = preferred(called, its -> wasThere(its) || billed.contains(its.customerId()));
        var written = preferred(then, its -> key.equals(its.externalId()));
        return customers(preferred(written, its -> its.until() == null));
    }

    /** Narrows what is ambiguous, unless nothing would be left. */
    private static List<Relation> preferred(List<Relation> called, Predicate<Relation> better) {
        if (customers(called).size() < 2) {
            return called;
        }
        var preferred = called.stream().filter(better).toList();
        return preferred.isEmpty() ? called : preferred;
    }

    private boolean wasThere(Relation relation) {
        return relation.since().isBefore(Period.end(month))
                && (relation.until() == null || relation.until().isAfter(Period.start(month)));
    }

    private static Set<UUID> customers(List<Relation> relations) {
        return relations.stream().map(Relation::customerId).collect(toSet());
    }

    /** Null for one that is not here. */
    Relation relation(UUID id) {
        return byId.get(id);
    }
}
