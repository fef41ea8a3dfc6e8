package dev.kontor.gateway.tokens;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.lang.JoseException;

/**
 * The published keys of one issuer: kept while the issuer is away, fetched anew with age and for a key id nobody has seen,
 * but at most once in {@link #PAUSE} whoever asks.
 */
final class IssuerKeys {

    static final Duration PAUSE = Duration.ofSeconds(5);
    /** After this time keys are fetched anew beside the work. */
    static final Duration AGEING = Duration.ofMinutes(5);
    /** After this time the work waits for them: a key that was withdrawn counts no longer than this. */
    static final Duration STALE = Duration.ofMinutes(10);

    private static final Logger LOG = Logger.getLogger(IssuerKeys.class);

    private final String issuer;
    private final Supplier<Future<String>> source;
    private final Clock clock;
    private final Runnable onChange;

    private volatile List<JsonWebKey> keys;
    private volatile Instant loadedAt = Instant.MIN;
    private volatile Instant triedAt = Instant.MIN;
    private volatile Future<Void> underway = Future.succeededFuture();
    private volatile boolean tried;

    IssuerKeys(String issuer, Supplier<Future<String>> source, Clock clock, Runnable onChange) {
        this.issuer = issuer;
        this.source = source;
        this.clock = clock;
        this.onChange = onChange;
    }

    /** The keys a token with that key id can be verified with; all of them for a token that names none. */
    Future<List<JsonWebKey>> forId(String kid) {
        var current = areCurrent();
        var known = find(kid);
        return current && !known.isEmpty()
                ? Future.succeededFuture(known)
                : refresh().map(done -> require(kid));
    }

    /**
     * Whether what they say can be relied on without waiting: they were fetched not long ago, or the issuer is away and was
     * tried just now. Has ageing ones fetched.
     */
    boolean areCurrent() {
        var now = clock.instant();
        var current =
                loadedAt.isAfter(now.minus(STALE)) || (underway.isComplete() && triedAt.isAfter(now.minus(PAUSE)));
        if (loadedAt.isBefore(now.minus(AGEING))) {
            refresh();
        }
        return current;
    }

    /** Whether the keys were asked for at all, with or without luck. */
    boolean tried() {
        return tried;
    }

    /** Fetches the keys, unless that is underway or was tried a moment ago; never fails. */
    synchronized Future<Void> refresh() {
        var now = clock.instant();
        if (!underway.isComplete() || triedAt.isAfter(now.minus(PAUSE))) {
            return underway;
        }
        triedAt = now;
        underway = source.get().map(this::parse).<Void>map(this::keep).otherwise(cause -> {
            LOG.warnf("The keys of %s could not be fetched: %s", issuer, cause.getMessage());
            return null;
        });
        return underway.onComplete(done -> tried = true);
    }

    private Void keep(List<JsonWebKey> fetched) {
        boolean changed = keys != null && !ids(keys).equals(ids(fetched));
        keys = fetched;
        loadedAt = clock.instant();
        if (changed) {
            onChange.run();
        }
        return null;
    }

    private List<JsonWebKey> parse(String json) {
        try {
            return List.copyOf(new JsonWebKeySet(json).getJsonWebKeys());
        } catch (JoseException e) {
            throw new IllegalArgumentException("not a JWK set", e);
        }
    }

    private List<JsonWebKey> find(String kid) {
        var now = keys;
        if (now == null) {
            return List.of();
        }
        return kid == null
                ? now
                : now.stream().filter(key -> kid.equals(key.getKeyId())).toList();
    }

    private List<JsonWebKey> require(String kid) {
        if (keys == null) {
            throw new KeysUnavailable(null);
        }
        var found = find(kid);
        if (found.isEmpty()) {
            throw new TokenRefused("The token's key is not known");
        }
        return found;
    }

    private static List<String> ids(List<JsonWebKey> keys) {
        return keys.stream()
                .map(key -> key.toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY))
                .sorted()
                .toList();
    }
}
