package dev.kontor.billing.intake;

import dev.kontor.billing.copies.Questions;
import dev.kontor.billing.storedusage.UsageRecords;
import dev.kontor.platform.idempotency.Idempotent;
import dev.kontor.platform.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Takes in what reporters post. */
@ApplicationScoped
class Intake {

    private final Placing placing;
    private final UsageRecords records;
    private final Quarantine quarantine;
    private final Questions questions;
    private final Caller caller;

    Intake(Placing placing, UsageRecords records, Quarantine quarantine, Questions questions, Caller caller) {
        this.placing = placing;
        this.records = records;
        this.quarantine = quarantine;
        this.questions = questions;
        this.caller = caller;
    }

    @Transactional
    Placing.Unknown unknown(List<? extends Reported> items) {
        return placing.unknown(items);
    }

    /** Asks the owners once for the whole call, and makes room for what it brings; outside any transaction. */
    void prepare(List<? extends Reported> items, Placing.Unknown unknown) {
        questions.askForCustomers(unknown.customers());
        if (unknown.products()) {
            questions.askForProducts();
        }
        placing.prepare(items);
    }

    @Transactional
    @Idempotent
    UsageReceipt store(Source source, Posted<? extends Reported> posted) {
        var notStored = new ArrayList<>(posted.refused());
        notStored.addAll(placing.place(caller.subject(), source, List.copyOf(posted.items())));
        return UsageReceipt.of(posted.received(), notStored);
    }

    @Transactional
    UsageCount count(LocalDate day) {
        return new UsageCount(
                day, records.count(caller.subject(), day), quarantine.count(Source.RECORD, caller.subject(), day));
    }
}
