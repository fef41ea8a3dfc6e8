package dev.kontor.billing.usage;

import dev.kontor.billing.copies.Owners;
import dev.kontor.platform.security.Caller;
import dev.kontor.platform.web.idempotency.Idempotent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Takes usage in. */
@ApplicationScoped
class UsageIntake {

    private final UsagePlacing placing;
    private final UsageRecords records;
    private final Quarantine quarantine;
    private final Owners owners;
    private final Caller caller;

    UsageIntake(UsagePlacing placing, UsageRecords records, Quarantine quarantine, Owners owners, Caller caller) {
        this.placing = placing;
        this.records = records;
        this.quarantine = quarantine;
        this.owners = owners;
        this.caller = caller;
    }

    @Transactional
    UsagePlacing.Unknown unknown(PostedUsage posted) {
        return placing.unknown(posted.items());
    }

    /** Asks the owners once for the whole call; outside any transaction. */
    void ask(UsagePlacing.Unknown unknown) {
        owners.askForCustomers(unknown.customers());
        if (unknown.products()) {
            owners.askForProducts();
        }
    }

    @Transactional
    @Idempotent
    UsageReceipt store(PostedUsage posted) {
        List<NotStored> notStored = new ArrayList<>(posted.refused());
        notStored.addAll(placing.place(caller.subject(), posted.items()));
        return UsageReceipt.of(posted.received(), notStored);
    }

    @Transactional
    UsageCount count(LocalDate day) {
        return new UsageCount(day, records.count(caller.subject(), day), quarantine.count(caller.subject(), day));
    }
}
