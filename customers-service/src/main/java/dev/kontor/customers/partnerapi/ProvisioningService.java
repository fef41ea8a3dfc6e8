package dev.kontor.customers.partnerapi;

import dev.kontor.customers.customers.NewAccounts;
import dev.kontor.customers.customers.TermsAccepted;
import dev.kontor.platform.database.Database;
import dev.kontor.platform.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.function.LongConsumer;

/** What a partner's scripts may create without saying it, with the acceptance of terms that goes with it (rule 10). */
@ApplicationScoped
@Transactional
class ProvisioningService {

    private final NewAccounts accounts;
    private final Database database;
    private final Caller caller;
    private final Clock clock;

    ProvisioningService(NewAccounts accounts, Database database, Caller caller, Clock clock) {
        this.accounts = accounts;
        this.database = database;
        this.caller = caller;
        this.clock = clock;
    }

    ProvisioningRow defaults() {
        return database.sql("select * from provisioning where partner_id = :partner")
                .with("partner", caller.partnerId())
                .first(ProvisioningRow::of)
                .orElse(ProvisioningRow.NONE);
    }

    /** For {@link ProvisioningResource}, which checked them. */
    ProvisioningRow put(SetProvisioning wanted, LongConsumer requireMatch) {
        database.sql("select pg_advisory_xact_lock(hashtextextended('provisioning ' || :partner, 0)) is null")
                .with("partner", caller.partnerId().toString())
                .one(Boolean.class);
        var before = defaults();
        requireMatch.accept(before.version());
        var terms = wanted.monthly() == null
                ? null
                : new TermsAccepted(accounts.terms(), clock.instant(), caller.subject());
        database.sql(
                        """
                        insert into provisioning (partner_id, trial_products, monthly_products, terms_version,
                            terms_accepted_at, terms_accepted_by, version)
                        values (:partner, cast(:trial as text[]), cast(:monthly as text[]), :terms,
                            cast(:at as timestamptz), :by, :version)
                        on conflict (partner_id) do update set trial_products = excluded.trial_products,
                            monthly_products = excluded.monthly_products, terms_version = excluded.terms_version,
                            terms_accepted_at = excluded.terms_accepted_at,
                            terms_accepted_by = excluded.terms_accepted_by, version = excluded.version""")
                .with("partner", caller.partnerId())
                .with(
                        "trial",
                        wanted.trial() == null ? null : array(wanted.trial().products()))
                .with(
                        "monthly",
                        wanted.monthly() == null ? null : array(wanted.monthly().products()))
                .with("terms", terms == null ? null : terms.version())
                .with("at", terms == null ? null : terms.at())
                .with("by", terms == null ? null : terms.by())
                .with("version", before.version() + 1)
                .update();
        return defaults();
    }

    private static String[] array(List<String> products) {
        return products.stream().distinct().toArray(String[]::new);
    }
}
