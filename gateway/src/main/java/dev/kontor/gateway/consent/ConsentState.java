package dev.kontor.gateway.consent;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kontor.gateway.clock.BusinessClock;
import dev.kontor.gateway.policy.Principal;
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

/** All that {@code kontor.consent.v1} says, in memory: consent, partners and who of them is shut out, ended sessions, heartbeats. */
@Singleton
class ConsentState {

    private final Map<UUID, Consent> consents = new ConcurrentHashMap<>();
    private final Map<UUID, PartnerRecord> partners = new ConcurrentHashMap<>();
    private final Map<Actor, SubjectAccess> subjects = new ConcurrentHashMap<>();
    private final Set<String> endedSessions = ConcurrentHashMap.newKeySet();
    private final Map<UUID, UUID> partnerIds = new ConcurrentHashMap<>();
    private final Freshness freshness = new Freshness();
    private final BusinessClock businessClock;
    private final Clock clock;

    final Doubts<UUID> customersInDoubt = new Doubts<>();
    final Doubts<UUID> partnersInDoubt = new Doubts<>();
    final Doubts<Actor> actorsInDoubt = new Doubts<>();
    final Doubts<String> sessionsInDoubt = new Doubts<>();

    private volatile boolean caughtUp;

    /** A partner; one that was told of before partners could be suspended was not. */
    record PartnerRecord(Set<String> programs, boolean suspended, long version) {
        static PartnerRecord of(JsonNode state) {
            var programs = new TreeSet<String>();
            state.required("programs").forEach(program -> programs.add(program.asText()));
            return new PartnerRecord(
                    programs,
                    state.path("suspended").asBoolean(),
                    state.required("version").asLong());
        }
    }

    /** Somebody, or some client, of a partner; or, with the vendor in the partner's place, wherever it shows up. */
    record Actor(UUID partner, String subject) {

        static Actor of(Principal principal) {
            return new Actor(
                    principal.kind().actsForPartner() ? principal.partnerId() : Principal.VENDOR, principal.subject());
        }

        /** What was decided of the subject wherever it shows up: all there is of whoever acts for no partner. */
        Actor everywhere() {
            return new Actor(Principal.VENDOR, subject);
        }

        boolean actsForPartner() {
            return !partner.equals(Principal.VENDOR);
        }

        /** By the key of its record, {@code {partnerId}/{subject}}. */
        static Actor of(String key) {
            int slash = key.indexOf('/');
            return new Actor(UUID.fromString(key.substring(0, slash)), key.substring(slash + 1));
        }
    }

    /** Whether a subject may come in, as its owner last told. */
    record SubjectAccess(boolean blocked, Instant sessionsEndedAt, long version) {

        /** Of whom nothing was decided. */
        static final SubjectAccess OPEN = new SubjectAccess(false, null, -1);

        static SubjectAccess of(JsonNode state) {
            var ended = state.path("sessionsEndedAt");
            return new SubjectAccess(
                    "blocked".equals(state.required("state").textValue()),
                    ended.isTextual() ? Instant.parse(ended.textValue()) : null,
                    state.required("version").asLong());
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

    /** Whether all that was said until so long ago is here, if nothing newer. */
    boolean isKnownWithin(Duration age) {
        return freshness.isKnownWithin(age, clock.instant());
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
            case "subject" -> subject(Actor.of(id), state);
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
        } else if (key.startsWith("subject/")
                && id.indexOf('/') > 0
                && CustomerId.isOne(id.substring(0, id.indexOf('/')))) {
            actorsInDoubt.raise(Actor.of(id));
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
            keep(partner, PartnerRecord.of(state));
        }
    }

    PartnerRecord keep(UUID partner, PartnerRecord told) {
        return partners.merge(partner, told, (held, news) -> held.version() > news.version() ? held : news);
    }

    private void subject(Actor actor, JsonNode state) {
        if (state == null) {
            subjects.remove(actor);
        } else {
            keep(actor, SubjectAccess.of(state));
        }
    }

    SubjectAccess keep(Actor actor, SubjectAccess told) {
        return subjects.merge(actor, told, (held, news) -> held.version() > news.version() ? held : news);
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

    Optional<PartnerRecord> partner(UUID partner) {
        return Optional.ofNullable(partners.get(partner));
    }

    SubjectAccess access(Actor actor) {
        return subjects.getOrDefault(actor, SubjectAccess.OPEN);
    }

    boolean hasEnded(String sid) {
        return endedSessions.contains(sid);
    }
}
