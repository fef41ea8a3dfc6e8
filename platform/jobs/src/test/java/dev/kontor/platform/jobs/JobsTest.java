package dev.kontor.platform.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kontor.platform.database.Database;
import dev.kontor.platform.security.rows.RowScope;
import dev.kontor.platform.web.Ids;
import dev.kontor.testkit.KontorServers;
import dev.kontor.testkit.Passports;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What holds for every kind of long work: turns, bounds, leases, fences, calling off, and on whose behalf. */
@QuarkusTest
@WithTestResource(KontorServers.class)
class JobsTest {

    /** Nobody works on these but the tests. */
    private static final String BY_HAND = "by-hand";

    private static final Duration LONG = Duration.ofHours(1);

    @Inject
    JobRows rows;

    @Inject
    JobItems items;

    @Inject
    JobSteps steps;

    @Inject
    JobService views;

    @Inject
    JobIds ids;

    @Inject
    Database database;

    private final UUID ours = UUID.randomUUID();
    private final UUID theirs = UUID.randomUUID();
    /** A kind of its own for each test, so that none takes another's turn. */
    private final String kind = BY_HAND + UUID.randomUUID();

    @Test
    void whatIsDoneForOnePartnerWaitsForNoOther() {
        var held = UUID.randomUUID();
        var gate = Errands.closeGate(held);
        IntStream.range(0, 40).forEach(i -> errand(ours, null, held));
        errand(ours, null, held, UUID.randomUUID());

        var job = errand(theirs, null, UUID.randomUUID());

        await().until(() -> state(job) == JobState.SUCCEEDED);
        gate.countDown();
    }

    @Test
    void partnersTakeTurnsAndSoDoTheJobsOfOne() {
        var first = byHand(ours, null, two());
        var second = byHand(ours, null, two());
        var other = byHand(theirs, null, two());

        var served = new ArrayList<UUID>();
        for (var next = serve(); next != null; next = serve()) {
            served.add(next);
        }

        assertThat(served).containsExactly(first, other, second, other, first, second);
    }

    @Test
    void whoeverHasAsManyRunnersAsItMayIsPassedOver() {
        byHand(ours, null, two());
        var other = byHand(theirs, null, two());

        var next = inTransaction(() -> rows.next(Set.of(kind), List.of(new Turn(kind, ours))))
                .orElseThrow();

        assertThat(next.id()).isEqualTo(other);
    }

    @Test
    void twoRunnersNeverClaimOneItem() {
        var job = job(byHand(ours, null, two()));

        inTransaction(() -> {
            var mine = items.claim(job, 1, LONG);
            // The first is still locked, by a transaction that has not ended.
            var others = inTransaction(() -> items.claim(job, 5, LONG));
            assertThat(mine).hasSize(1);
            assertThat(others).hasSize(1);
            return assertThat(mine.get(0).id()).isNotEqualTo(others.get(0).id());
        });
    }

    @Test
    void whoeverLostItsLeaseEndsNothing() {
        var job = job(byHand(ours, null, one()));
        var lost = claim(job);
        assertThat(inTransaction(() -> items.claim(job, 1, LONG))).isEmpty();
        leaseOver(job.id());
        var present = claim(job);
        assertThat(present.fence()).isGreaterThan(lost.fence());
        assertThat(present.attempts()).isEqualTo(2);

        end(lost, Outcome.refused(500, "too-late", Map.of()));

        assertThat(item(job).state()).isEqualTo(ItemState.CLAIMED);
        end(present, Outcome.done());
        assertThat(item(job).state()).isEqualTo(ItemState.DONE);
    }

    @Test
    void whatIsToBeTriedLaterKeepsNobodyAndIsTriedNoSooner() {
        var job = job(byHand(ours, null, two()));
        end(claim(job), Outcome.later(LONG));

        end(claim(job), Outcome.done());

        assertThat(inTransaction(() -> items.claim(job, 2, LONG))).isEmpty();
        assertThat(serve()).isNull();
    }

    @Test
    void whatIsWantedAgainMeanwhileIsDoneOnceMore() {
        var job = job(byHand(ours, null, one()));
        var claimed = claim(job);

        inTransaction(() -> {
            items.again(job, claimed.id());
            return assertThat(items.isWantedAgain(claimed)).isTrue();
        });
        assertThat(inTransaction(() -> items.claim(job, 1, LONG))).isEmpty();
        end(claimed, Outcome.done());

        assertThat(claim(job).fence()).isGreaterThan(claimed.fence());
    }

    @Test
    void ofJobsInOrderTheLaterWaitsForTheSameItemOfTheEarlier() {
        var item = UUID.randomUUID();
        var january = job(byHand(ours, "2026-01", item));
        var february = job(byHand(ours, "2026-02", item));
        var claimed = claim(january);
        assertThat(inTransaction(() -> items.claim(february, 1, LONG))).isEmpty();

        end(claimed, Outcome.held(null));

        assertThat(inTransaction(() -> items.claim(february, 1, LONG))).hasSize(1);
    }

    @Test
    void aJobEndsWithItsLastItemAndNotBefore() {
        var job = job(byHand(ours, null, two()));
        end(claim(job), Outcome.done());
        assertThat(inTransaction(() -> steps.finish(job.id()))).isFalse();
        end(claim(job), Outcome.held(null));

        assertThat(inTransaction(() -> steps.finish(job.id()))).isTrue();
        assertThat(inTransaction(() -> steps.finish(job.id()))).isFalse();
        assertThat(job(job.id()).state()).isEqualTo(JobState.SUCCEEDED);
    }

    @Test
    void whatIsCalledOffEndsWithWhatItIsAt() {
        var job = job(byHand(ours, null, two()));
        var claimed = claim(job);

        inTransaction(() -> {
            views.cancel(job.id());
            return null;
        });
        assertThat(inTransaction(() -> items.claim(job, 2, LONG))).isEmpty();
        assertThat(job(job.id()).state()).isEqualTo(JobState.RUNNING);
        end(claimed, Outcome.done());
        assertThat(inTransaction(() -> steps.finish(job.id()))).isTrue();
        assertThat(job(job.id()).state()).isEqualTo(JobState.FAILED);

        assertThat(inTransaction(() -> items.all(job.id())))
                .extracting(StoredItem::state)
                .containsExactlyInAnyOrder(ItemState.DONE, ItemState.CANCELLED);
    }

    @Test
    void whatACrashLeftIsTakenUpOnceItsLeaseIsOver() {
        var item = UUID.randomUUID();
        var job = errandOfADeadRunner(item);

        assertThat(effects(item)).isZero();
        leaseOver(job);

        await().until(() -> state(job) == JobState.SUCCEEDED);
        assertThat(effects(item)).isEqualTo(1);
    }

    @Test
    void whatIsAwayIsTriedAgainAndGivenUpAfterTenTimes() {
        var away = UUID.randomUUID();
        var slow = UUID.randomUUID();
        Errands.failTimes(away, 10);
        Errands.failTimes(slow, 9);
        var job = errand(ours, null, away, slow);

        await().until(() -> state(job) == JobState.SUCCEEDED);

        assertThat(stored(job, away).outcome().problem().code()).isEqualTo("service-unavailable");
        assertThat(stored(job, slow).state()).isEqualTo(ItemState.DONE);
    }

    @Test
    void anItemNeedsTheProgramItsPartnerIsInNow() {
        var item = UUID.randomUUID();
        Errands.STANDINGS.put(ours, new PresentStanding.Standing(Set.of(), false, false, null));

        var job = errand(ours, Errands.PROGRAM, item);

        await().until(() -> state(job) == JobState.SUCCEEDED);
        assertThat(stored(job, item).outcome().problem().code()).isEqualTo("program-required");
        assertThat(stored(job, item).outcome().problem().members()).containsEntry("program", Errands.PROGRAM);
        assertThat(effects(item)).isZero();
    }

    /** Domain.md, rule 40. */
    @Test
    void aJobEndsWithWhoAskedForIt() {
        var longAgo = Instant.parse("2020-01-01T00:00:00Z");
        var asLongAs = Instant.parse("2100-01-01T00:00:00Z");
        assertThat(refusal(false, false, null)).isNull();
        assertThat(refusal(false, false, longAgo)).isNull();
        assertThat(refusal(true, false, null)).isEqualTo("partner-suspended");
        assertThat(refusal(false, true, null)).isEqualTo("subject-blocked");
        assertThat(refusal(false, false, asLongAs)).isEqualTo("unauthenticated");
    }

    private String refusal(boolean suspended, boolean blocked, Instant sessionsEndedAt) {
        var partner = UUID.randomUUID();
        var item = UUID.randomUUID();
        Errands.STANDINGS.put(partner, new PresentStanding.Standing(null, suspended, blocked, sessionsEndedAt));
        var job = errand(partner, null, item);
        await().until(() -> state(job) == JobState.SUCCEEDED);
        var problem = stored(job, item).outcome().problem();
        assertThat(effects(item)).isEqualTo(problem == null ? 1 : 0);
        return problem == null ? null : problem.code();
    }

    @Test
    void aJobIsThereForWhoeverAskedForIt() {
        var job = ids.shown(errand(ours, null, UUID.randomUUID()));
        await().until(() ->
                as(ours, "someone").get("/v1/jobs/" + job).path("state").equals("succeeded"));

        for (var other : List.of(as(ours, "colleague"), as(theirs, "someone"), as(Passports.operator()))) {
            other.get("/v1/jobs/" + job).then().statusCode(404);
        }
        assertThat(as(ours, "someone").get("/v1/jobs/" + job + "/events").asString())
                .contains("event:job", "id:1\n", "retry:", "\"state\":\"succeeded\"");
        as(ours, "someone").delete("/v1/jobs/" + job).then().statusCode(409);
    }

    private RequestSpecification as(UUID partner, String subject) {
        return as(Passports.partner(partner, subject, "partner-super-admin", Set.of("errands:run"))
                .bearer());
    }

    private static RequestSpecification as(String passport) {
        return RestAssured.given().header("Authorization", passport);
    }

    private UUID errand(UUID partner, String program, UUID... what) {
        return add("errand", partner, null, new Errands.Errand(program), what);
    }

    private UUID errandOfADeadRunner(UUID item) {
        return inTransaction(() -> {
            var id = UUID.randomUUID();
            rows.add(id, "errand", ours, asker(), null, new Errands.Errand(null));
            rows.begin(id);
            items.add(stub(rows.find(id).orElseThrow()), List.of(item), null);
            database.sql("update job_item set state = 'claimed', fence = 7, due_at = 'infinity' where job_id = :id")
                    .with("id", id)
                    .update();
            return id;
        });
    }

    private UUID byHand(UUID partner, String key, UUID... what) {
        var id = add(kind, partner, key, "nothing", what);
        inTransaction(() -> rows.begin(id));
        return id;
    }

    private UUID add(String of, UUID partner, String key, Object parameters, UUID... what) {
        return inTransaction(() -> {
            var id = Ids.next();
            rows.add(id, of, partner, asker(), key, parameters);
            items.add(stub(rows.find(id).orElseThrow()), List.of(what), null);
            return id;
        });
    }

    private static Asker asker() {
        return new Asker("someone", "role", Set.of("errands:run"), true, Set.of(Errands.PROGRAM), null, null);
    }

    private static UUID[] one() {
        return new UUID[] {UUID.randomUUID()};
    }

    private static UUID[] two() {
        return Stream.generate(UUID::randomUUID).limit(2).toArray(UUID[]::new);
    }

    /** Takes what is next, and ends one item of it; null where nothing is. */
    private UUID serve() {
        return inTransaction(() -> {
            var next = rows.next(Set.of(kind), List.of());
            if (next.isEmpty()) {
                return null;
            }
            var job = stub(next.get());
            rows.served(job.id(), Turn.of(kind, job));
            items.claim(job, 1, LONG).forEach(item -> items.end(item, Outcome.done()));
            return job.id();
        });
    }

    private Item<String> claim(Job<String> job) {
        return inTransaction(() -> items.claim(job, 1, LONG)).get(0);
    }

    private void end(Item<String> item, Outcome outcome) {
        inTransaction(() -> {
            steps.end(item, () -> outcome);
            return null;
        });
    }

    private void leaseOver(UUID job) {
        inTransaction(() -> database.sql("update job_item set due_at = '-infinity' where job_id = :id")
                .with("id", job)
                .update());
    }

    private Job<String> job(UUID id) {
        return inTransaction(() -> rows.find(id).map(JobsTest::stub)).orElseThrow();
    }

    /** As its kind would read it. */
    private static Job<String> stub(JobRows.Stored stored) {
        return new Job<>(
                stored.id(),
                "",
                stored.partnerId(),
                stored.asker(),
                stored.createdAt(),
                stored.key(),
                "",
                stored.state(),
                stored.cancelling(),
                stored.openings());
    }

    private JobState state(UUID id) {
        return job(id).state();
    }

    private StoredItem item(Job<String> job) {
        return inTransaction(() -> items.all(job.id())).get(0);
    }

    private StoredItem stored(UUID job, UUID item) {
        return inTransaction(() -> items.find(job, item)).orElseThrow();
    }

    private long effects(UUID item) {
        return inTransaction(() -> database.sql("select count(*) from effect where item = :item")
                .with("item", item)
                .one(Long.class));
    }

    private static <T> T inTransaction(Supplier<T> work) {
        return RowScope.worker().call(() -> QuarkusTransaction.requiringNew().call(work::get));
    }
}
