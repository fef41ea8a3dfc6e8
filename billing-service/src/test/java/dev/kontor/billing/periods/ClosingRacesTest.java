package dev.kontor.billing.periods;

import static dev.kontor.billing.Suite.asWorker;
import static dev.kontor.billing.Suite.at;
import static dev.kontor.billing.Suite.close;
import static dev.kontor.billing.Suite.end;
import static dev.kontor.billing.Suite.finished;
import static dev.kontor.billing.Suite.level;
import static dev.kontor.billing.Suite.report;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.kontor.billing.JourneyTest;
import dev.kontor.billing.Suite;
import dev.kontor.billing.periods.MonthClosing.Close;
import dev.kontor.platform.database.Database;
import dev.kontor.platform.jobs.Item;
import dev.kontor.platform.jobs.Job;
import dev.kontor.platform.jobs.JobState;
import dev.kontor.platform.jobs.Jobs;
import dev.kontor.platform.security.rows.RowScope;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.YearMonth;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two that close, or one that closes and one that releases, in transactions that overlap. */
@JourneyTest
class ClosingRacesTest {

    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");
    private static final Instant NOT_YET = Instant.parse("2999-01-01T00:00:00Z");

    private final ExecutorService other = Executors.newSingleThreadExecutor();

    @Inject
    Suite suite;

    @Inject
    Database database;

    @Inject
    Closings closings;

    @Inject
    MonthClosing kind;

    @Inject
    Jobs jobs;

    @AfterEach
    void stop() {
        other.shutdownNow();
    }

    @Test
    void aJobIsNotFinishedOverAPartnerThatIsReleasedMeanwhile() throws Exception {
        var month = suite.freshMonth();
        var partner = suite.partner();
        end(month);
        var closing = running(month, partner);
        hold(closing, partner);

        var finish = asWorker(() -> {
            assertThat(jobs.release(closing, partner, MonthClosing.RELEASED)).isTrue();
            var finishing = other.submit(() -> asWorker(() -> finish(closing)));
            awaitOneThatWaitsForUs();
            // Claimed for longer than this takes, so that nothing but the end of the job is at stake.
            claimed(closing, partner, NOT_YET);
            return finishing;
        });

        assertThat(finish.get()).isFalse();
        assertThat(asWorker(() -> closings.of(month)).orElseThrow().state()).isEqualTo(JobState.RUNNING);
        claimed(closing, partner, LONG_AGO);
        finished(closing.shownId());
    }

    /** As a runner ends a job: it locks it, and looks at its items then. */
    private boolean finish(Job<Close> closing) {
        database.sql("select 1 from job where id = :job for update")
                .with("job", closing.id())
                .exists();
        return database.sql(
                                """
                                update job set state = 'succeeded', finished_at = clock_timestamp()
                                where id = :job and not exists (
                                    select from job_item where job_id = :job and state in ('pending', 'claimed'))""")
                        .with("job", closing.id())
                        .update()
                > 0;
    }

    @Test
    void aLateCorrectionIsBilledOnceWhereTwoMonthsAreClosedAtTheSameTime() throws Exception {
        var month = suite.freshMonth();
        var partner = suite.partner();
        var bakery = suite.monthly(partner, "endpoint-advanced");
        report(level(bakery, "endpoint-advanced", month.atDay(2), "10")).then().statusCode(200);
        end(month);
        close(month);
        report(level(bakery, "endpoint-advanced", month.atDay(20), "15")).then().body("stored", equalTo(1));
        var held = month.plusMonths(1);
        var later = month.plusMonths(2);
        var ofHeld = running(held, partner);
        var ofLater = running(later, partner);
        report(level(bakery, "endpoint-advanced", held.atDay(1), "15")).then().body("stored", equalTo(1));
        end(later);
        report(level(bakery, "endpoint-advanced", later.atDay(1), "15")).then().body("stored", equalTo(1));

        Future<?> closing = asWorker(() -> {
            kind.prepare(claim(ofLater, partner)).end();
            Future<?> released = other.submit(
                    () -> asWorker(() -> kind.prepare(claim(ofHeld, partner)).end()));
            awaitOneThatWaitsForUs();
            return released;
        });
        closing.get();

        assertThat(corrections(partner, month)).isEqualTo(1);
        claimed(ofHeld, partner, LONG_AGO);
        claimed(ofLater, partner, LONG_AGO);
        finished(ofHeld.shownId());
        finished(ofLater.shownId());
    }

    private long corrections(UUID partner, YearMonth month) {
        return asWorker(() -> database.sql(
                        """
                        select count(*) from statement_line
                        where partner_id = :partner and corrects_month = :month""")
                .with("partner", partner)
                .with("month", month)
                .one(Long.class));
    }

    /** A job in which one partner is left, worked on by a process that takes its time. */
    private Job<Close> running(YearMonth month, UUID partner) {
        return asWorker(() -> {
            var closing = closings.add(month, "operator", at(month.plusMonths(1).atDay(1)));
            database.sql("update job set state = 'running' where id = :job")
                    .with("job", closing.id())
                    .update();
            database.sql(
                            """
                            insert into job_item (job_id, partner_id, item, state, fence, due_at, attempts)
                            values (:job, :partner, :partner, 'claimed', 7, :due, 1)""")
                    .with("job", closing.id())
                    .with("partner", partner)
                    .with("due", NOT_YET)
                    .update();
            return closing;
        });
    }

    private static Item<Close> claim(Job<Close> closing, UUID partner) {
        return new Item<>(closing, partner, null, 7, 1);
    }

    private void hold(Job<Close> closing, UUID partner) {
        set(closing, partner, "held", NOT_YET);
    }

    private void claimed(Job<Close> closing, UUID partner, Instant due) {
        set(closing, partner, "claimed", due);
    }

    private void set(Job<Close> closing, UUID partner, String state, Instant due) {
        asCaller(() -> database.sql(
                        """
                        update job_item set state = :state, due_at = :due
                        where job_id = :job and item = :partner""")
                .with("state", state)
                .with("due", due)
                .with("job", closing.id())
                .with("partner", partner)
                .update());
    }

    /** In the running transaction, or one of its own. */
    private static void asCaller(Runnable work) {
        RowScope.worker().run(() -> QuarkusTransaction.joiningExisting().run(work));
    }

    /** In the running transaction: until another one can't go on before this one ends. */
    private void awaitOneThatWaitsForUs() {
        await().pollInSameThread().until(() -> database.sql(
                        """
                        select from pg_locks where not granted and pg_backend_pid() = any (pg_blocking_pids(pid))""")
                .exists());
    }
}
