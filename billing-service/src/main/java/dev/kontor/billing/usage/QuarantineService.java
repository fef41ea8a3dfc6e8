package dev.kontor.billing.usage;

import static java.util.stream.Collectors.groupingBy;

import dev.kontor.billing.copies.CustomerKnown;
import dev.kontor.billing.copies.Owners;
import dev.kontor.billing.copies.ProductKnown;
import dev.kontor.platform.web.Page;
import dev.kontor.platform.web.PageRequest;
import dev.kontor.platform.web.idempotency.Idempotent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Evaluates again what was kept aside: by itself as soon as a customer or product becomes known, or when told to. */
@ApplicationScoped
class QuarantineService {

    private final Quarantine quarantine;
    private final UsagePlacing placing;
    private final Owners owners;

    QuarantineService(Quarantine quarantine, UsagePlacing placing, Owners owners) {
        this.quarantine = quarantine;
        this.placing = placing;
        this.owners = owners;
    }

    void customerKnown(@Observes CustomerKnown known) {
        replay(quarantine.ofCustomer(known.customerId()));
    }

    void productKnown(@Observes ProductKnown known) {
        replay(quarantine.ofProduct(known.code()));
    }

    @Transactional
    Page<QuarantinedView> page(PageRequest page) {
        return Page.of(quarantine.page(page), page, kept -> List.of(kept.id().toString()))
                .map(QuarantinedView::of);
    }

    @Transactional
    UsagePlacing.Unknown unknown() {
        return placing.unknown(
                quarantine.all().stream().map(Quarantine.Kept::item).toList());
    }

    /** Outside any transaction. */
    void ask(UsagePlacing.Unknown unknown) {
        owners.askForCustomers(unknown.customers());
        if (unknown.products()) {
            owners.askForProducts();
        }
    }

    @Transactional
    @Idempotent
    ReplayView replayAll() {
        return replay(quarantine.all());
    }

    private ReplayView replay(List<Quarantine.Kept> kept) {
        Map<String, List<UsageItem>> byReporter = kept.stream()
                .collect(groupingBy(
                        Quarantine.Kept::reporter,
                        TreeMap::new,
                        Collectors.mapping(Quarantine.Kept::item, Collectors.toList())));
        int left = byReporter.entrySet().stream()
                .mapToInt(
                        entry -> placing.place(entry.getKey(), entry.getValue()).size())
                .sum();
        return new ReplayView(kept.size(), kept.size() - left, left);
    }
}
