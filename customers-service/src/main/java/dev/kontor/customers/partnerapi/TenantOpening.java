package dev.kontor.customers.partnerapi;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kontor.customers.customers.AccountOpening;
import dev.kontor.customers.customers.CreateCustomer;
import dev.kontor.customers.customers.TermsAccepted;
import dev.kontor.platform.database.Database;
import dev.kontor.platform.idempotency.Idempotent;
import dev.kontor.platform.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

/**
 * Opens a tenant's account once, however often it is asked for. Scripts repeat a {@code POST} that ended in a time-out or
 * with a 5xx, and know no keys: within {@link #REPEATED_WITHIN} the same body from the same partner is the same tenant.
 */
@ApplicationScoped
@Transactional
class TenantOpening {

    /** Of real time: who repeats a request is real, whatever the clock of a rehearsal says. */
    static final Duration REPEATED_WITHIN = Duration.ofMinutes(10);

    private final AccountOpening accounts;
    private final Database database;
    private final Caller caller;
    private final ObjectMapper mapper;

    TenantOpening(AccountOpening accounts, Database database, Caller caller, ObjectMapper mapper) {
        this.accounts = accounts;
        this.database = database;
        this.caller = caller;
        this.mapper = mapper;
    }

    /** What was asked for, by which a repeat is known, and what the partner's defaults of now make of it. */
    record Asked(
            CreateTenant tenant,
            @JsonIgnore boolean keyed,
            @JsonIgnore CreateCustomer command,
            @JsonIgnore TermsAccepted terms) {}

    @Idempotent
    UUID open(Asked asked) {
        if (asked.keyed()) {
            return accounts.open(asked.command(), asked.terms());
        }
        var body = digest(asked.tenant());
        hold(body);
        return opened(body).orElseGet(() -> {
            var id = accounts.open(asked.command(), asked.terms());
            remember(body, id);
            return id;
        });
    }

    /** Two that come at once wait for each other. */
    private void hold(String body) {
        database.sql("select pg_advisory_xact_lock(hashtextextended('tenant ' || :partner || ' ' || :body, 0)) is null")
                .with("partner", caller.partnerId().toString())
                .with("body", body)
                .one(Boolean.class);
    }

    /** The one that this made a moment ago, if its caller sees it still. */
    private Optional<UUID> opened(String body) {
        return database.sql(
                        """
                        select c.id from tenant_request r join customer c on c.partner_id = r.partner_id and c.id = r.made
                        where r.partner_id = :partner and r.body = :body and r.at > clock_timestamp() - cast(:within as interval)""")
                .with("partner", caller.partnerId())
                .with("body", body)
                .with("within", REPEATED_WITHIN)
                .first(UUID.class);
    }

    /** Those that are too old to be repeated go as new ones come. */
    private void remember(String body, UUID id) {
        database.sql(
                        """
                        delete from tenant_request
                        where partner_id = :partner and at <= clock_timestamp() - cast(:within as interval)""")
                .with("partner", caller.partnerId())
                .with("within", REPEATED_WITHIN)
                .update();
        database.sql(
                        """
                        insert into tenant_request (partner_id, body, made, at)
                        values (:partner, :body, :made, clock_timestamp())
                        on conflict (partner_id, body) do update set made = excluded.made, at = excluded.at""")
                .with("partner", caller.partnerId())
                .with("body", body)
                .with("made", id)
                .update();
    }

    private String digest(CreateTenant tenant) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(mapper.writeValueAsBytes(tenant));
            return HexFormat.of().formatHex(hash);
        } catch (JsonProcessingException | NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
