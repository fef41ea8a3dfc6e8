package dev.kontor.billing.periods;

import static dev.kontor.billing.Suite.asWorker;
import static dev.kontor.billing.Suite.at;
import static dev.kontor.billing.Suite.close;
import static dev.kontor.billing.Suite.end;
import static dev.kontor.billing.Suite.finished;
import static dev.kontor.billing.Suite.level;
import static dev.kontor.billing.Suite.report;
import static dev.kontor.billing.Suite.statement;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.kontor.billing.JourneyTest;
import dev.kontor.billing.Suite;
import dev.kontor.platform.database.Database;
import dev.kontor.platform.jobs.JobRunner;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.YearMonth;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a process leaves behind that was killed while it closed a month. */
@JourneyTest
class ClosingCrashTest {

    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

    @Inject
    Suite suite;

    @Inject
    Database database;

    @Inject
    Closings closings;

    @Inject
    MonthClosing kind;

    @Inject
    JobRunner runner;

    @Test
    void aJobThatWasOnlyAskedForIsTakenUp() {
        var month = monthThatIsOver();
        var partner = suite.partner();

        asWorker(() -> closings.add(month, "operator", LONG_AGO));

        finished(jobOf(month));
        statement(partner, month).then().body("items", hasSize(0));
    }

    @Test
    void aPartnerClaimedByAProcessThatIsGoneIsClosedOnce() {
        var month = suite.freshMonth();
        var partner = suite.partner();
        report(level(suite.monthly(partner, "endpoint-advanced"), "endpoint-advanced", month.atDay(2), "7"))
                .then()
                .statusCode(200);
        end(month);

        asWorker(() -> leftBehind(month, partner, LONG_AGO));

        finished(jobOf(month));
        statement(partner, month)
                .then()
                .body("items", hasSize(1))
                .body("items[0].state", equalTo("final"))
                .body("items[0].total.amount", equalTo("22.40"));
    }

    @Test
    void nobodyElseClosesAPartnerThatSomebodyIsAt() {
        var month = suite.freshMonth();
        var partner = suite.partner();
        end(month);
        var notYet = Instant.parse("2999-01-01T00:00:00Z");
        asWorker(() -> leftBehind(month, partner, notYet));
        var closing = asWorker(() -> closings.of(month)).orElseThrow();

        runner.now(kind, closing, partner);

        statement(partner, month).then().body("items[0].state", equalTo("draft"));
        asWorker(() -> database.sql("update job_item set due_at = :due where item = :partner and job_id = :job")
                .with("due", LONG_AGO)
                .with("partner", partner)
                .with("job", closing.id())
                .update());
        finished(jobOf(month));
        statement(partner, month).then().body("items[0].state", equalTo("final"));
    }

    @Test
    void aPartnerOfAJobThatIsFinishedIsStillClosed() {
        var month = suite.freshMonth();
        var partner = suite.partner();
        end(month);

        asWorker(() -> {
            leftBehind(month, partner, LONG_AGO);
            return database.sql(
                            "update job set state = 'succeeded', finished_at = clock_timestamp() where key = :month")
                    .with("month", month.toString())
                    .update();
        });

        await().untilAsserted(() -> statement(partner, month).then().body("items[0].state", equalTo("final")));
    }

    @Test
    void whatWasIssuedCanNotBeChangedOrIssuedTwice() {
        var month = suite.freshMonth();
        var partner = suite.partner();
        end(month);
        close(month);

        assertThatThrownBy(() -> asWorker(
                        () -> ofPartner("update statement set total = 1 where partner_id = :partner", partner)))
                .hasStackTraceContaining("permission denied");
        assertThatThrownBy(() ->
                        asWorker(() -> ofPartner("delete from statement_line where partner_id = :partner", partner)))
                .hasStackTraceContaining("permission denied");
        assertThatThrownBy(() -> asWorker(() -> ofPartner(
                        """
                        insert into statement select partner_id, gen_random_uuid(), number || 'x', month, version, currency,
                            total, line_count, content_hash, price_book_id, price_book_version, issued_at
                        from statement where partner_id = :partner""",
                        partner)))
                .hasStackTraceContaining("statement_partner_id_month_version_key");
    }

    @Test
    void statementNumbersHaveNoGap() {
        var month = suite.freshMonth();
        suite.partner();
        suite.partner();
        end(month);
        close(month);

        long gaps = asWorker(() -> database.sql(
                        """
                        select count(*) from statement_number n
                        where n.last <> (select count(*) from statement s
                                         where s.number like n.issuer || '-' || n.year || '-%')""")
                .one(Long.class));
        assertThat(gaps).isZero();
    }

    private int ofPartner(String sql, UUID partner) {
        return database.sql(sql).with("partner", partner).update();
    }

    private YearMonth monthThatIsOver() {
        var month = suite.freshMonth();
        end(month);
        return month;
    }

    private int leftBehind(YearMonth month, UUID partner, Instant leaseUntil) {
        var closing = closings.add(month, "operator", at(month.plusMonths(1).atDay(1)));
        database.sql("update job set state = 'running' where id = :job")
                .with("job", closing.id())
                .update();
        return database.sql(
                        """
                        insert into job_item (job_id, partner_id, item, state, fence, due_at, attempts)
                        values (:job, :partner, :partner, 'claimed', 7, :due, 1)""")
                .with("job", closing.id())
                .with("partner", partner)
                .with("due", leaseUntil)
                .update();
    }

    private String jobOf(YearMonth month) {
        return asWorker(() -> closings.of(month)).orElseThrow().shownId();
    }
}
