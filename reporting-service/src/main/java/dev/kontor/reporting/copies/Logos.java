package dev.kontor.reporting.copies;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.kontor.platform.database.Database;
import dev.kontor.platform.security.rows.RowScope;
import dev.kontor.platform.web.Problems;
import dev.kontor.reporting.pages.Logo;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Logos by the hash of their content: fetched once, kept in the database for as long as somebody shows them, the latest also
 * decoded in memory.
 */
@ApplicationScoped
public class Logos {

    private static final Logger LOG = Logger.getLogger(Logos.class);

    /** What all decoded logos together may take of the heap, in bytes. */
    private static final long MOST_DECODED = 32L * 1024 * 1024;

    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private final Database database;
    private final LogosClient owner;
    private final Cache<String, Logo> decoded = Caffeine.newBuilder()
            .maximumWeight(MOST_DECODED)
            .weigher((String hash, Logo logo) -> logo.bytes())
            .build();

    Logos(Database database, @RestClient LogosClient owner) {
        this.database = database;
        this.owner = owner;
    }

    /**
     * The logo; empty only where there is none (null). Never called in a transaction.
     *
     * @throws dev.kontor.platform.web.Problem 503 where it can't be had now: no document comes without (rule 31)
     */
    public Optional<Logo> find(@Nullable String hash) {
        if (hash == null) {
            return Optional.empty();
        }
        var known = decoded.getIfPresent(hash);
        if (known == null) {
            known = Logo.of(bytes(hash));
            decoded.put(hash, known);
        }
        return Optional.of(known);
    }

    /** Fetches the logo of a customer or partner if it has one that isn't here yet. */
    void fetch(UUID owner) {
        RowScope.worker().call(() -> hashOf(owner)).ifPresent(this::find);
    }

    /** Of what nobody shows any more an hour is kept, for documents that are being made. */
    @Scheduled(every = "1h", delayed = "7m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void forgetUnshown() {
        RowScope.worker().run(this::removeUnshown);
    }

    private byte[] bytes(String hash) {
        return RowScope.worker().call(() -> kept(hash)).orElseGet(() -> {
            try {
                var fetched = owner.logo(hash);
                RowScope.worker().run(() -> keep(hash, fetched));
                return fetched;
            } catch (WebApplicationException | ProcessingException away) {
                LOG.warnf("The logo %s could not be fetched: %s", hash, away.getMessage());
                throw Problems.unavailable(RETRY_AFTER);
            }
        });
    }

    @Transactional
    Optional<String> hashOf(UUID owner) {
        return database.sql(
                        """
                        select logo_hash from customers where id = :id
                        union all select logo_hash from partners where id = :id""")
                .with("id", owner)
                .first(String.class);
    }

    @Transactional
    Optional<byte[]> kept(String hash) {
        return database.sql("select image from logos where hash = :hash")
                .with("hash", hash)
                .first(byte[].class);
    }

    @Transactional
    void keep(String hash, byte[] image) {
        database.sql("insert into logos (hash, image) values (:hash, :image) on conflict do nothing")
                .with("hash", hash)
                .with("image", image)
                .update();
    }

    @Transactional
    void removeUnshown() {
        database.sql(
                        """
                        delete from logos l
                        where l.kept_at < clock_timestamp() - interval '1 hour'
                          and not exists (select from customers c where c.logo_hash = l.hash)
                          and not exists (select from partners p where p.logo_hash = l.hash)
                          and not exists (select from exports e where e.snapshot::jsonb #>> '{customer,logoHash}' = l.hash)
                          and not exists (select from exports e where e.snapshot::jsonb #>> '{partner,logoHash}' = l.hash)""")
                .update();
    }
}
