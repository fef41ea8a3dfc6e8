package dev.kontor.gateway.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kontor.gateway.clock.BusinessClock;
import dev.kontor.gateway.consent.ConsentState.Actor;
import dev.kontor.gateway.consent.ConsentState.PartnerRecord;
import dev.kontor.gateway.consent.ConsentState.SubjectAccess;
import dev.kontor.testkit.Contract;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ConsentStateTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final UUID PARTNER = UUID.fromString("01930000-0000-7000-8000-000000000001");
    private static final UUID OTHER = UUID.fromString("01930000-0000-7000-8000-000000000002");
    private static final UUID CUSTOMER = UUID.fromString("01930000-0000-7000-8000-0000000000c1");

    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final BusinessClock businessClock = new BusinessClock(clock);
    private final ConsentState state = new ConsentState(businessClock, clock);

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private void consent(String onOff, int version, String expiresAt) {
        state.apply(
                "consent/" + CUSTOMER,
                Contract.of("partner-assistance.changed")
                        .with("state.customerId", CUSTOMER)
                        .with("state.partnerId", PARTNER)
                        .with("state.state", onOff)
                        .with("state.expiresAt", expiresAt)
                        .with("state.version", version)
                        .state());
    }

    private static JsonNode heartbeat(String at, String clockOffset) {
        return Contract.of("heartbeat")
                .with("state.partition", 0)
                .with("state.at", at)
                .with("state.clockOffset", clockOffset)
                .state();
    }

    private static JsonNode programs(int version, String... programs) {
        return Contract.of("partner-programs.changed")
                .with("state.id", PARTNER)
                .with("state.programs", List.of(programs))
                .with("state.version", version)
                .state();
    }

    private boolean covers(UUID partner) {
        return state.consent(CUSTOMER)
                .map(consent -> consent.covers(partner, businessClock.now()))
                .orElse(false);
    }

    @Test
    void onCoversThePartnerItWasGivenToAndNobodyElse() {
        consent("on", 1, null);
        assertThat(covers(PARTNER)).isTrue();
        assertThat(covers(OTHER)).isFalse();
        consent("off", 2, null);
        assertThat(covers(PARTNER)).isFalse();
    }

    @Test
    void aRecordThatMissesWhatIsReadIsRefused() {
        for (var field : List.of("partnerId", "state", "expiresAt", "grant", "version")) {
            var without =
                    Contract.of("partner-assistance.changed").state().deepCopy().without(field);

            assertThatThrownBy(() -> state.apply("consent/" + CUSTOMER, without))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(field);
        }
        assertThat(covers(PARTNER)).isFalse();
    }

    @Test
    void anOlderRecordNeverUndoesANewerOne() {
        consent("off", 5, null);
        consent("on", 4, null);
        assertThat(covers(PARTNER)).isFalse();
    }

    @Test
    void consentEndsByBusinessTime() {
        consent("on", 1, "2026-11-23T12:00:00Z");
        assertThat(covers(PARTNER)).isTrue();
        businessClock.advanceTo(Duration.ofDays(1));
        assertThat(covers(PARTNER)).isFalse();
    }

    @Test
    void aDoubtOutlivesRecordsAndEndsWithAnAnswerAskedAfterIt() {
        consent("on", 1, null);
        var askedBefore = state.customersInDoubt.ticket(CUSTOMER);
        state.customersInDoubt.raise(CUSTOMER);
        consent("on", 2, null);
        state.customersInDoubt.settle(CUSTOMER, askedBefore);
        assertThat(state.customersInDoubt.about(CUSTOMER)).isTrue();

        var asked = state.customersInDoubt.ticket(CUSTOMER);
        state.customersInDoubt.raise(CUSTOMER);
        state.customersInDoubt.settle(CUSTOMER, asked);
        assertThat(state.customersInDoubt.about(CUSTOMER)).isTrue();

        state.customersInDoubt.settle(CUSTOMER, state.customersInDoubt.ticket(CUSTOMER));
        assertThat(state.customersInDoubt.about(CUSTOMER)).isFalse();
    }

    @Test
    void nothingIsFreshUntilAllWasReadAndHeard() {
        state.startOver(1);
        state.apply("heartbeat/0", heartbeat("2026-11-22T12:00:00Z", "PT0S"));
        assertThat(state.isFresh()).isFalse();
        state.caughtUp();
        assertThat(state.isFresh()).isTrue();
        state.startOver(1);
        assertThat(state.isFresh()).isFalse();
        assertThat(state.isCaughtUp()).isFalse();
    }

    @Test
    void theHeartbeatMovesBusinessTimeOnAndNeverBack() {
        state.startOver(1);
        state.apply("heartbeat/0", heartbeat("2026-11-22T12:00:00Z", "PT720H"));
        assertThat(businessClock.now()).isEqualTo(NOW.plus(Duration.ofDays(30)));
        state.apply("heartbeat/0", heartbeat("2026-11-22T12:00:01Z", "PT1H"));
        assertThat(businessClock.offset()).isEqualTo(Duration.ofDays(30));
        assertThat(businessClock.advanceTo(Duration.ofHours(2))).isFalse();
        state.apply("heartbeat/0", json("{'partition':0,'at':'2026-11-22T12:00:02Z','clockOffset':2592001.500000000}"));
        assertThat(businessClock.offset()).isEqualTo(Duration.ofDays(30).plusMillis(1_500));
    }

    @Test
    void aSessionEndsUntilItsTombstone() {
        state.apply(
                "session/s1",
                Contract.of("launch-session.ended").with("state.sid", "s1").state());
        assertThat(state.hasEnded("s1")).isTrue();
        state.apply("session/s1", null);
        assertThat(state.hasEnded("s1")).isFalse();
    }

    @Test
    void partnersProgrammesAreKeptByVersion() {
        state.apply("partner/" + PARTNER, programs(2, "msp-flex"));
        state.apply("partner/" + PARTNER, programs(1));
        assertThat(state.partner(PARTNER).orElseThrow().programs()).containsExactly("msp-flex");
        state.apply("partner/" + PARTNER, null);
        assertThat(state.partner(PARTNER)).isEmpty();
    }

    /** Topics keep records of before partners could be suspended. */
    @Test
    void aPartnerOfWhichNothingElseIsToldIsNotSuspended() {
        state.apply("partner/" + PARTNER, json("{'id':'" + PARTNER + "','programs':[],'version':1}"));
        assertThat(state.partner(PARTNER).orElseThrow().suspended()).isFalse();
        state.apply(
                "partner/" + PARTNER,
                Contract.of("partner-programs.changed")
                        .with("state.id", PARTNER)
                        .with("state.suspended", true)
                        .with("state.version", 2)
                        .state());
        assertThat(state.partner(PARTNER).orElseThrow().suspended()).isTrue();
    }

    private void access(String subject, String onOff, int version) {
        state.apply(
                "subject/" + PARTNER + "/" + subject,
                Contract.of("administrator-access.changed")
                        .with("state.partnerId", PARTNER)
                        .with("state.subject", subject)
                        .with("state.state", onOff)
                        .with("state.sessionsEndedAt", "2026-11-22T11:59:59.900Z")
                        .with("state.version", version)
                        .state());
    }

    /** Domain.md, rule 40. */
    @Test
    void whoIsShutOutIsKeptByPartnerAndSubjectAndByVersion() {
        access("anna", "blocked", 2);
        access("anna", "active", 1);
        assertThat(state.access(new Actor(PARTNER, "anna")).blocked()).isTrue();
        assertThat(state.access(new Actor(OTHER, "anna")).blocked()).isFalse();
        assertThat(state.access(new Actor(PARTNER, "ann")).blocked()).isFalse();
        access("anna", "active", 3);
        assertThat(state.access(new Actor(PARTNER, "anna")).blocked()).isFalse();
        assertThat(state.access(new Actor(PARTNER, "anna")).sessionsEndedAt())
                .isEqualTo(Instant.parse("2026-11-22T11:59:59.900Z"));
        state.apply("subject/" + PARTNER + "/anna", null);
        assertThat(state.access(new Actor(PARTNER, "anna"))).isEqualTo(SubjectAccess.OPEN);
    }

    @Test
    void tokensOfTheSecondInWhichSessionsEndedAreOverAndTheNextOnesCount() {
        access("anna", "active", 1);
        var partner = new PartnerRecord(Set.of(), false, 1);
        var ended = state.access(new Actor(PARTNER, "anna"));
        var standing = Standing.of(partner, ended, SubjectAccess.OPEN);
        assertThat(standing.hasEnded(Instant.parse("2026-11-22T11:59:59Z"))).isTrue();
        assertThat(standing.hasEnded(Instant.parse("2026-11-22T12:00:00Z"))).isFalse();
        assertThat(Standing.of(partner, SubjectAccess.OPEN, SubjectAccess.OPEN).hasEnded(Instant.EPOCH))
                .isFalse();
        var later = new SubjectAccess(false, Instant.parse("2026-11-22T13:00:00Z"), 1);
        for (var both : List.of(Standing.of(partner, ended, later), Standing.of(partner, later, ended))) {
            assertThat(both.sessionsEndedAt()).isEqualTo(later.sessionsEndedAt());
        }
    }

    @Test
    void whatCanNotBeReadIsInDoubt() {
        state.unreadable("consent/" + CUSTOMER);
        state.unreadable("partner/" + PARTNER);
        state.unreadable("session/s1");
        state.unreadable("subject/" + PARTNER + "/anna");
        state.unreadable("subject/nonsense");
        state.unreadable("subject/nonsense/anna");
        state.unreadable("consent/nonsense");
        assertThat(state.customersInDoubt.about(CUSTOMER)).isTrue();
        assertThat(state.partnersInDoubt.about(PARTNER)).isTrue();
        assertThat(state.sessionsInDoubt.about("s1")).isTrue();
        assertThat(state.actorsInDoubt.about(new Actor(PARTNER, "anna"))).isTrue();
    }

    @Test
    void recordsOfLaterVersionsArePassedOver() {
        state.apply("weather/today", json("{}"));
        state.apply("weather", json("{}"));
        assertThat(state.consent(CUSTOMER)).isEmpty();
    }
}
