package dev.kontor.billing.intake;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import dev.kontor.billing.copies.Customers;
import dev.kontor.billing.copies.Products;
import dev.kontor.billing.copies.Relation;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Puts what is reported where it belongs, each exactly once per reporter and event id; in the caller's transaction. */
@ApplicationScoped
class Placing {

    private final EventKeys keys;
    private final UsageStore store;
    private final UsageMonths months;
    private final Quarantine quarantine;
    private final Customers customers;
    private final Products products;
    private final Clock clock;

    Placing(
            EventKeys keys,
            UsageStore store,
            UsageMonths months,
            Quarantine quarantine,
            Customers customers,
            Products products,
            Clock clock) {
        this.keys = keys;
        this.store = store;
        this.months = months;
        this.quarantine = quarantine;
        this.customers = customers;
        this.products = products;
        this.clock = clock;
    }

    /** What is not known of a call: worth a question to its owner. */
    record Unknown(Set<UUID> customers, boolean products) {}

    Unknown unknown(List<? extends Reported> items) {
        var asked = items.stream().map(Reported::customerId).collect(toSet());
        customers.relations(asked).forEach(relation -> asked.remove(relation.customerId()));
        var catalogue = products.categories().keySet();
        return new Unknown(asked, items.stream().anyMatch(item -> !catalogue.contains(item.product())));
    }

    /**
     * Makes room for what may be stored: best before the transaction that stores it, since it takes a connection of its
     * own.
     */
    void prepare(List<? extends Reported> items) {
        var now = clock.instant();
        keepMonths(items.stream()
                .filter(item -> Placement.inTime(item.observedAt(), now))
                .toList());
    }

    private void keepMonths(List<? extends Reported> items) {
        items.stream()
                .map(Reported::firstOfMonth)
                .distinct()
                .filter(month -> !months.has(month))
                .forEach(month -> {
                    months.keep(month);
                    months.kept(month);
                });
    }

    /** Places the items, all of one source, and tells of those that were not stored. */
    List<NotStored> place(String reporter, Source source, List<Reported> items) {
        if (items.isEmpty()) {
            return List.of();
        }
        var batch = new Batch(reporter, source, items);
        items.forEach(batch::decide);
        batch.write();
        return batch.notStored;
    }

    private final class Batch {

        private final String reporter;
        private final Source source;
        private final Instant now = clock.instant();
        private final Map<UUID, List<Relation>> relations;
        private final Set<String> catalogue = products.categories().keySet();
        private final Map<String, byte[]> stored;
        private final Map<String, Placed> placed = new HashMap<>();
        private final Map<String, Aside> aside = new LinkedHashMap<>();
        private final List<NotStored> notStored = new ArrayList<>();

        private record Aside(Reported item, String reason) {}

        Batch(String reporter, Source source, List<Reported> items) {
            this.reporter = reporter;
            this.source = source;
            this.relations = customers
                    .relations(items.stream().map(Reported::customerId).collect(toSet()))
                    .stream()
                    .collect(groupingBy(Relation::customerId));
            this.stored = keys.hashes(
                    source, reporter, items.stream().map(Reported::eventId).collect(toSet()));
        }

        void decide(Reported item) {
            var known = stored.get(item.eventId());
            if (known != null) {
                notStored.add(NotStored.known(item, Arrays.equals(known, item.payloadHash())));
                return;
            }
            var placement = Placement.of(
                    item.observedAt(),
                    relations.getOrDefault(item.customerId(), List.of()),
                    catalogue.contains(item.product()),
                    now);
            if (placement instanceof Placement.Stored its) {
                stored.put(item.eventId(), item.payloadHash());
                placed.put(item.eventId(), new Placed(item, its.partnerId()));
                aside.remove(item.eventId());
            } else if (placement instanceof Placement.Quarantined its) {
                notStored.add(NotStored.quarantined(item, its.reason()));
                aside.put(item.eventId(), new Aside(item, its.reason()));
            } else if (placement instanceof Placement.Refused its) {
                notStored.add(NotStored.refused(
                        item.index(),
                        item.eventId(),
                        its.reason(),
                        source == Source.DEVICE ? "lastSeenAt" : "observedAt"));
            }
        }

        void write() {
            if (!placed.isEmpty()) {
                add(placed.values().stream()
                        .sorted(Comparator.comparing(its -> its.item().eventId()))
                        .toList());
                quarantine.release(source, reporter, placed.keySet());
            }
            var reasons = new LinkedHashMap<Reported, String>();
            aside.values().stream()
                    .sorted(Comparator.comparing(its -> its.item().eventId()))
                    .forEach(its -> reasons.put(its.item(), its.reason()));
            quarantine.keep(reporter, reasons, now);
        }

        private void add(List<Placed> inOrder) {
            keepMonths(inOrder.stream().map(Placed::item).toList());
            var added =
                    switch (source) {
                        case RECORD -> store.addRecords(reporter, inOrder, now);
                        case DEVICE -> store.addDevices(reporter, inOrder, now);
                    };
            if (added.size() < inOrder.size()) {
                overtaken(added);
            }
        }

        /** Another call with the same events committed first. */
        private void overtaken(Set<String> added) {
            var late = new HashMap<>(placed);
            late.keySet().removeAll(added);
            var theirs = keys.hashes(source, reporter, late.keySet());
            late.forEach((eventId, its) -> notStored.add(NotStored.known(
                    its.item(), Arrays.equals(theirs.get(eventId), its.item().payloadHash()))));
        }
    }
}
