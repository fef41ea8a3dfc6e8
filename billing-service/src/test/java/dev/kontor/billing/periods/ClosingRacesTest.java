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
import dev.kontor.platform.database.Database;
import dev.kontor.platform.security.rows.RowScope;
import jakarta.inject.Inject;
import java.time.Duration;
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
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ExecutorService other = Executors.newSingleThreadExecutor();

    @Inject
    Suite suite;

    @Inject
    Database database;

    @Inject
    Closings closings;

    @Inject
    ClosingItems items;

    @Inject
    ClosingSteps steps;

    @AfterEach
    void stop() {
        other.shutdownNow();
    }

    @Test
    void aJobIsNotFinishedOverAPartnerThatIsReleasedMeanwhile() throws Exception {
        YearMonth month = suite.freshMonth();
        UUID partner = suite.partner();
        end(month);
        Closing closing = running(month, partner);

        Future<Boolean> finish = asWorker(() -> {
            closings.reopen(month);
            hold(month, partner);
            Future<Boolean> finishing = other.submit(() -> RowScope.worker().call(() -> steps.finish(closing)));
            awaitOneThatWaitsForUs();
            items.release(partner, month);
            // Claimed for longer than this takes, so that nothing but the end of the job is at stake.
            assertThat(items.claim(month, partner, PATIENCE.multipliedBy(10))).isPresent();
            return finishing;
        });

        assertThat(finish.get()).isFalse();
        assertThat(asWorker(() -> closings.of(month)).orElseThrow().state()).isEqualTo(Closing.State.RUNNING);
        letGo(month, partner);
        finished(closing.jobId());
    }

    @Test
    void aLateCorrectionIsBilledOnceWhereTwoMonthsAreClosedAtTheSameTime() throws Exception {
        YearMonth month = suite.freshMonth();
        UUID partner = suite.partner();
        Suite.Customer bakery = suite.monthly(partner, "endpoint-advanced");
        report(level(bakery, "endpoint-advanced", month.atDay(2), "10")).then().statusCode(200);
        end(month);
        close(month);
        report(level(bakery, "endpoint-advanced", month.atDay(20), "15")).then().body("stored", equalTo(1));
        YearMonth held = month.plusMonths(1);
        YearMonth later = month.plusMonths(2);
        Closing ofHeld = running(held, partner);
        Closing ofLater = running(later, partner);
        end(later);

        Future<?> closing = asWorker(() -> {
            steps.close(ofLater, claim(later, partner));
            Future<?> released =
                    other.submit(() -> RowScope.worker().run(() -> steps.close(ofHeld, claim(held, partner))));
            awaitOneThatWaitsForUs();
            return released;
        });
        closing.get();

        assertThat(corrections(partner, month)).isEqualTo(1);
        finished(ofHeld.jobId());
        finished(ofLater.jobId());
    }

    private long corrections(UUID partner, YearMonth month) {
        return asWorker(() -> database.first(
                        "select count(*) from statement_line where partner_id = ? and corrects_month = ?",
                        row -> row.number("count"),
                        partner,
                        month)
                .orElseThrow());
    }

    /** A job in which one partner is left, worked on by a process that takes its time. */
    private Closing running(YearMonth month, UUID partner) {
        return asWorker(() -> {
            Instant over = at(month.plusMonths(1).atDay(1));
            closings.add(month, "operator", over, over);
            database.update("update closing set state = 'running' where month = ?", month);
            database.update(
                    """
                    insert into closing_item (partner_id, month, state, fence, lease_until, attempts)
                    values (?, ?, 'claimed', 7, ?, 1)""",
                    partner,
                    month,
                    NOT_YET);
            return closings.of(month).orElseThrow();
        });
    }

    private static ClosingItems.Claim claim(YearMonth month, UUID partner) {
        return new ClosingItems.Claim(partner, month, 7, 1, false);
    }

    private void hold(YearMonth month, UUID partner) {
        asWorker(() -> {
            items.hold(claim(month, partner), "quantity-jump: endpoint-advanced");
            return null;
        });
    }

    private void letGo(YearMonth month, UUID partner) {
        asWorker(() -> database.update(
                "update closing_item set lease_until = ? where partner_id = ? and month = ?",
                LONG_AGO,
                partner,
                month));
    }

    /** In the running transaction: until another one can't go on before this one ends. */
    private void awaitOneThatWaitsForUs() {
        await().atMost(PATIENCE).pollInSameThread().until(() -> database.first(
                        """
                        select exists (select from pg_locks
                                       where not granted and pg_backend_pid() = any (pg_blocking_pids(pid))) as waits""",
                        row -> row.flag("waits"))
                .orElseThrow());
    }
}
