package dev.kontor.reporting.copies;

import dev.kontor.platform.database.Database;
import dev.kontor.platform.security.rows.RowScope;
import dev.kontor.reporting.pages.Logo;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Logos by the hash of their content: fetched once, kept in the database, the latest also decoded in memory. */
@ApplicationScoped
public class Logos {

    private static final Logger LOG = Logger.getLogger(Logos.class);
    /** A decoded logo of the largest size takes some megabytes. */
    private static final int DECODED = 64;

    private final Database database;
    private final LogosClient owner;
    private final Map<String, Logo> decoded = Collections.synchronizedMap(new LinkedHashMap<>(DECODED, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Logo> eldest) {
            return size() > DECODED;
        }
    });

    Logos(Database database, @RestClient LogosClient owner) {
        this.database = database;
        this.owner = owner;
    }

    /** The logo, or empty where there is none (null) or it can't be had. Never called in a transaction. */
    public Optional<Logo> find(@Nullable String hash) {
        if (hash == null) {
            return Optional.empty();
        }
        var known = decoded.get(hash);
        if (known != null) {
            return Optional.of(known);
        }
        var found = bytes(hash).flatMap(bytes -> decode(hash, bytes));
        found.ifPresent(logo -> decoded.put(hash, logo));
        return found;
    }

    /** Fetches the logo of a customer or partner if it has one that isn't here yet. */
    void fetch(UUID owner) {
        RowScope.worker().call(() -> hashOf(owner)).ifPresent(this::find);
    }

    private Optional<byte[]> bytes(String hash) {
        var kept = RowScope.worker().call(() -> kept(hash));
        if (kept.isPresent()) {
            return kept;
        }
        try {
            var fetched = owner.logo(hash);
            RowScope.worker().run(() -> keep(hash, fetched));
            return Optional.of(fetched);
        } catch (WebApplicationException | ProcessingException away) {
            LOG.warnf("The logo %s could not be fetched: %s", hash, away.getMessage());
            return Optional.empty();
        }
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

    private static Optional<Logo> decode(String hash, byte[] bytes) {
        try {
            return Optional.of(Logo.of(bytes));
        } catch (UncheckedIOException damaged) {
            LOG.warnf("The logo %s is no image: %s", hash, damaged.getMessage());
            return Optional.empty();
        }
    }
}
