package dev.kontor.billing.intake;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.kontor.billing.copies.CustomerKnown;
import dev.kontor.billing.copies.ProductKnown;
import dev.kontor.billing.copies.Questions;
import dev.kontor.platform.idempotency.Idempotent;
import dev.kontor.platform.web.Page;
import dev.kontor.platform.web.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Evaluates again what was kept aside: by itself as soon as a customer or product becomes known, or when told to. */
@ApplicationScoped
class QuarantineService {

    private static final int MOST_TOGETHER = 10_000;

    private final Quarantine quarantine;
    private final Placing placing;
    private final Questions questions;

    QuarantineService(Quarantine quarantine, Placing placing, Questions questions) {
        this.quarantine = quarantine;
        this.placing = placing;
        this.questions = questions;
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
                .map(QuarantinedView::of)
                .withTotal(page, quarantine::count);
    }

    @Transactional
    Placing.Unknown unknown() {
        return placing.unknown(
                quarantine.all().stream().map(Quarantine.Kept::item).toList());
    }

    /** Outside any transaction. */
    void ask(Placing.Unknown unknown) {
        questions.askForCustomers(unknown.customers());
        if (unknown.products()) {
            questions.askForProducts();
        }
    }

    @Transactional
    @Idempotent
    ReplayView replayAll() {
        return replay(quarantine.all());
    }

    /** Evaluates again what is known by now, without being told. */
    @Transactional
    void replayKnown() {
        replay(quarantine.known(MOST_TOGETHER));
    }

    private ReplayView replay(List<Quarantine.Kept> kept) {
        Map<Call, List<Reported>> calls =
                kept.stream().collect(groupingBy(Call::of, TreeMap::new, mapping(Quarantine.Kept::item, toList())));
        var left = calls.entrySet().stream()
                .mapToInt(call -> placing.place(
                                call.getKey().reporter(), call.getKey().source(), call.getValue())
                        .size())
                .sum();
        return new ReplayView(kept.size(), kept.size() - left, left);
    }

    /** What can be placed together; in one order, so that two replays can't wait for each other. */
    private record Call(String reporter, Source source) implements Comparable<Call> {

        private static final Comparator<Call> ORDER =
                Comparator.comparing(Call::source).thenComparing(Call::reporter);

        static Call of(Quarantine.Kept kept) {
            return new Call(kept.reporter(), kept.item().source());
        }

        @Override
        public int compareTo(Call other) {
            return ORDER.compare(this, other);
        }
    }
}
