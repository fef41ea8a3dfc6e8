package dev.kontor.gateway.consent;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kontor.gateway.clock.BusinessClock;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** All that {@code kontor.consent.v1} says, in memory: consent, partners' programmes, ended sessions, heartbeats. */
@Singleton
class ConsentState {

    private final Map<UUID, Consent> consents = new ConcurrentHashMap<>();
    private final Map<UUID, PartnerPrograms> partners = new ConcurrentHashMap<>();
    private final Set<String> endedSessions = ConcurrentHashMap.newKeySet();
    private final Map<UUID, UUID> partnerIds = new ConcurrentHashMap<>();
    private final Freshness freshness = new Freshness();
    private final BusinessClock businessClock;
    private final Clock clock;

    final Doubts<UUID> customersInDoubt = new Doubts<>();
    final Doubts<UUID> partnersInDoubt = new Doubts<>();
    final Doubts<String> sessionsInDoubt = new Doubts<>();

    private volatile boolean caughtUp;

    record PartnerPrograms(Set<String> programs, long version) {
        static PartnerPrograms of(JsonNode state) {
            var programs = new TreeSet<String>();
            state.required("programs").forEach(program -> programs.add(program.asText()));
            return new PartnerPrograms(programs, state.required("version").asLong());
        }
    }

    @Inject
    ConsentState(BusinessClock businessClock) {
        this(businessClock, Clock.systemUTC());
    }

    ConsentState(BusinessClock businessClock, Clock clock) {
        this.businessClock = businessClock;
        this.clock = clock;
    }

    /** Reading starts over, from so many partitions: until it has caught up, nothing here counts. */
    void startOver(int partitions) {
        caughtUp = false;
        freshness.expect(partitions);
    }

    void caughtUp() {
        caughtUp = true;
    }

    boolean isCaughtUp() {
        return caughtUp;
    }

    /** Whether all that was said until some seconds ago is here. */
    boolean isFresh() {
        return caughtUp && freshness.isFresh(clock.instant());
    }

    /** Applies one record; {@code state} is null for a tombstone. */
    void apply(String key, JsonNode state) {
        int slash = key.indexOf('/');
        var kind = slash < 0 ? key : key.substring(0, slash);
        var id = key.substring(slash + 1);
        switch (kind) {
            case "consent" -> consent(UUID.fromString(id), state);
            case "partner" -> partner(UUID.fromString(id), state);
            case "session" -> session(id, state);
            case "heartbeat" -> heartbeat(state);
            default -> {
                // A later version's record: not ours to understand.
            }
        }
    }

    /** A record of that key could not be read: whatever it said, memory does not know it. */
    void unreadable(String key) {
        var id = key.substring(key.indexOf('/') + 1);
        if (key.startsWith("session/")) {
            sessionsInDoubt.raise(id);
        } else if (CustomerId.isOne(id)) {
            (key.startsWith("partner/") ? partnersInDoubt : customersInDoubt).raise(UUID.fromString(id));
        }
    }

    private void consent(UUID customer, JsonNode state) {
        if (state == null) {
            consents.remove(customer);
        } else {
            keep(customer, Consent.of(state));
        }
    }

    /** Keeps the newer of what is held and what is told, and answers it. */
    Consent keep(UUID customer, Consent told) {
        var shared = partnerIds.computeIfAbsent(told.partnerId(), id -> id);
        return consents.merge(customer, told.withPartner(shared), Consent::newer);
    }

    private void partner(UUID partner, JsonNode state) {
        if (state == null) {
            partners.remove(partner);
        } else {
            keep(partner, PartnerPrograms.of(state));
        }
    }

    PartnerPrograms keep(UUID partner, PartnerPrograms told) {
        return partners.merge(partner, told, (held, news) -> held.version() > news.version() ? held : news);
    }

    private void session(String sid, JsonNode state) {
        if (state == null) {
            endedSessions.remove(sid);
        } else {
            endedSessions.add(sid);
        }
    }

    void ended(String sid) {
        endedSessions.add(sid);
    }

    private void heartbeat(JsonNode state) {
        if (state == null) {
            return;
        }
        freshness.heartbeat(
                state.required("partition").asInt(),
                Instant.parse(state.required("at").asText()),
                clock.instant());
        businessClock.advanceTo(offset(state.required("clockOffset")));
    }

    /** ISO 8601, or the seconds that JSON mappers like to make of a duration. */
    private static Duration offset(JsonNode told) {
        return told.isNumber()
                ? Duration.ofMillis(told.decimalValue().movePointRight(3).longValue())
                : Duration.parse(told.asText("PT0S"));
    }

    Optional<Consent> consent(UUID customer) {
        return Optional.ofNullable(consents.get(customer));
    }

    Optional<PartnerPrograms> programs(UUID partner) {
        return Optional.ofNullable(partners.get(partner));
    }

    boolean hasEnded(String sid) {
        return endedSessions.contains(sid);
    }
}
