package dev.kontor.reporting.copies;

import dev.kontor.platform.security.rows.RowScope;
import dev.kontor.reporting.pages.Logo;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

/** Logos by the hash of their content: fetched once, kept in the database, the latest also decoded in memory. */
@ApplicationScoped
public class Logos {

    private static final Logger LOG = Logger.getLogger(Logos.class);
    /** A decoded logo of the largest size takes some megabytes. */
    private static final int DECODED = 64;

    private final LogoRows rows;
    private final CustomersClient owner;
    private final Map<String, Logo> decoded = Collections.synchronizedMap(new LinkedHashMap<>(DECODED, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Logo> eldest) {
            return size() > DECODED;
        }
    });

    Logos(LogoRows rows, @RestClient CustomersClient owner) {
        this.rows = rows;
        this.owner = owner;
    }

    /** The logo, or empty where there is none (null) or it can't be had. Never called in a transaction. */
    public Optional<Logo> find(String hash) {
        if (hash == null) {
            return Optional.empty();
        }
        Logo known = decoded.get(hash);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<Logo> found = bytes(hash).flatMap(bytes -> decode(hash, bytes));
        found.ifPresent(logo -> decoded.put(hash, logo));
        return found;
    }

    /** Fetches the logo if it isn't here yet. */
    void keep(String hash) {
        if (hash != null && !decoded.containsKey(hash)) {
            find(hash);
        }
    }

    private Optional<byte[]> bytes(String hash) {
        Optional<byte[]> kept = RowScope.worker().call(() -> rows.find(hash));
        if (kept.isPresent()) {
            return kept;
        }
        try {
            byte[] fetched = owner.logo(hash);
            RowScope.worker().run(() -> rows.keep(hash, fetched));
            return Optional.of(fetched);
        } catch (WebApplicationException | ProcessingException away) {
            LOG.warnf("The logo %s could not be fetched: %s", hash, away.getMessage());
            return Optional.empty();
        }
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
