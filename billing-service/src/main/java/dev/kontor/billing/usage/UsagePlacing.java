package dev.kontor.billing.usage;

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

/** Puts levels where they belong, each exactly once per reporter and event id; in the caller's transaction. */
@ApplicationScoped
class UsagePlacing {

    private final UsageRecords records;
    private final Quarantine quarantine;
    private final Customers customers;
    private final Products products;
    private final Clock clock;

    UsagePlacing(UsageRecords records, Quarantine quarantine, Customers customers, Products products, Clock clock) {
        this.records = records;
        this.quarantine = quarantine;
        this.customers = customers;
        this.products = products;
        this.clock = clock;
    }

    /** What is not known of a call: worth a question to its owner. */
    record Unknown(Set<UUID> customers, boolean products) {}

    Unknown unknown(List<UsageItem> items) {
        Set<UUID> asked = items.stream().map(UsageItem::customerId).collect(toSet());
        customers.relations(asked).forEach(relation -> asked.remove(relation.customerId()));
        Set<String> catalogue = products.categories().keySet();
        return new Unknown(asked, items.stream().anyMatch(item -> !catalogue.contains(item.product())));
    }

    /** Places the items, and tells of those that were not stored. */
    List<NotStored> place(String reporter, List<UsageItem> items) {
        Batch batch = new Batch(reporter, items);
        items.forEach(batch::decide);
        batch.write();
        return batch.notStored;
    }

    private final class Batch {

        private final String reporter;
        private final Instant now = clock.instant();
        private final Map<UUID, List<Relation>> relations;
        private final Set<String> catalogue = products.categories().keySet();
        private final Map<String, byte[]> stored;
        private final Map<String, UsageRecords.Placed> placed = new HashMap<>();
        private final Map<String, Aside> aside = new LinkedHashMap<>();
        private final List<NotStored> notStored = new ArrayList<>();

        private record Aside(UsageItem item, String reason) {}

        Batch(String reporter, List<UsageItem> items) {
            this.reporter = reporter;
            this.relations = customers
                    .relations(items.stream().map(UsageItem::customerId).collect(toSet()))
                    .stream()
                    .collect(groupingBy(Relation::customerId));
            this.stored = records.hashes(
                    reporter, items.stream().map(UsageItem::eventId).collect(toSet()));
        }

        void decide(UsageItem item) {
            byte[] known = stored.get(item.eventId());
            if (known != null) {
                notStored.add(NotStored.known(item, Arrays.equals(known, item.payloadHash())));
                return;
            }
            Placement placement = Placement.of(
                    item.observedAt(),
                    Relation.partnerAt(item.observedAt(), relations.getOrDefault(item.customerId(), List.of())),
                    catalogue.contains(item.product()),
                    now);
            if (placement instanceof Placement.Stored its) {
                stored.put(item.eventId(), item.payloadHash());
                placed.put(item.eventId(), new UsageRecords.Placed(item, its.partnerId()));
                aside.remove(item.eventId());
            } else if (placement instanceof Placement.Quarantined its) {
                notStored.add(NotStored.quarantined(item, its.reason()));
                aside.put(item.eventId(), new Aside(item, its.reason()));
            } else if (placement instanceof Placement.Refused its) {
                notStored.add(NotStored.refused(item.index(), item.eventId(), its.reason(), "observedAt"));
            }
        }

        void write() {
            List<UsageRecords.Placed> inOrder = placed.values().stream()
                    .sorted(Comparator.comparing(its -> its.item().eventId()))
                    .toList();
            Set<String> added = records.add(reporter, inOrder, now);
            if (added.size() < inOrder.size()) {
                overtaken(added);
            }
            quarantine.release(reporter, placed.keySet());
            Map<UsageItem, String> reasons = new LinkedHashMap<>();
            aside.values().forEach(its -> reasons.put(its.item(), its.reason()));
            quarantine.keep(reporter, reasons, now);
        }

        /** Another call with the same events committed first. */
        private void overtaken(Set<String> added) {
            Map<String, UsageRecords.Placed> late = new HashMap<>(placed);
            late.keySet().removeAll(added);
            Map<String, byte[]> theirs = records.hashes(reporter, late.keySet());
            late.forEach((eventId, its) -> notStored.add(NotStored.known(
                    its.item(), Arrays.equals(theirs.get(eventId), its.item().payloadHash()))));
        }
    }
}
