package dev.kontor.billing.copies;

import dev.kontor.platform.database.Database;
import dev.kontor.platform.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;

@ApplicationScoped
class CallerRows {

    private final Partners partners;
    private final Database database;
    private final Caller caller;

    CallerRows(Partners partners, Database database, Caller caller) {
        this.partners = partners;
        this.database = database;
        this.caller = caller;
    }

    @Transactional
    Optional<Partner> partner() {
        return partners.find(caller.partnerId());
    }

    @Transactional
    boolean seesAll() {
        return database.first("select kontor.sees_all() as all", row -> row.flag("all"))
                .orElse(false);
    }
}
