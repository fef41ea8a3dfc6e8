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
import dev.kontor.platform.security.rows.RowScope;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a process leaves behind that was killed while it closed a month. */
@JourneyTest
class ClosingCrashTest {

    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

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

    @Test
    void aJobThatWasOnlyAskedForIsTakenUp() {
        YearMonth month = monthThatIsOver();
        UUID partner = suite.partner();

        asWorker(() -> closings.add(month, "operator", at(month.plusMonths(1).atDay(1)), LONG_AGO));

        finished(jobOf(month));
        statement(partner, month).then().body("items", hasSize(0));
    }

    @Test
    void aPartnerClaimedByAProcessThatIsGoneIsClosedOnce() {
        YearMonth month = suite.freshMonth();
        UUID partner = suite.partner();
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
    void aWorkerThatLostItsLeaseFinishesNothing() {
        YearMonth month = suite.freshMonth();
        UUID partner = suite.partner();
        end(month);
        Instant notYet = Instant.parse("2999-01-01T00:00:00Z");
        asWorker(() -> leftBehind(month, partner, notYet));
        Closing closing = asWorker(() -> closings.of(month)).orElseThrow();
        ClosingItems.Claim old = new ClosingItems.Claim(partner, month, 6, 1, false);

        RowScope.worker().run(() -> steps.close(closing, old));
        RowScope.worker().run(() -> steps.failed(old));

        statement(partner, month).then().body("items[0].state", equalTo("draft"));
        assertThat(asWorker(() -> items.lock(new ClosingItems.Claim(partner, month, 7, 1, false))))
                .isTrue();
        asWorker(() -> database.update(
                "update closing_item set lease_until = ? where partner_id = ? and month = ?",
                LONG_AGO,
                partner,
                month));
        finished(jobOf(month));
        statement(partner, month).then().body("items[0].state", equalTo("final"));
    }

    @Test
    void aPartnerOfAJobThatIsFinishedIsStillClosed() {
        YearMonth month = suite.freshMonth();
        UUID partner = suite.partner();
        end(month);

        asWorker(() -> {
            leftBehind(month, partner, LONG_AGO);
            return database.update("update closing set state = 'succeeded' where month = ?", month);
        });

        await().atMost(PATIENCE)
                .untilAsserted(() -> statement(partner, month).then().body("items[0].state", equalTo("final")));
    }

    @Test
    void whatWasIssuedCanNotBeChangedOrIssuedTwice() {
        YearMonth month = suite.freshMonth();
        UUID partner = suite.partner();
        end(month);
        close(month);

        assertThatThrownBy(() ->
                        asWorker(() -> database.update("update statement set total = 1 where partner_id = ?", partner)))
                .hasStackTraceContaining("permission denied");
        assertThatThrownBy(() ->
                        asWorker(() -> database.update("delete from statement_line where partner_id = ?", partner)))
                .hasStackTraceContaining("permission denied");
        assertThatThrownBy(() -> asWorker(() -> database.update(
                        """
                        insert into statement select partner_id, gen_random_uuid(), number || 'x', month, version, currency,
                            total, line_count, content_hash, price_book_id, price_book_version, issued_at
                        from statement where partner_id = ?""",
                        partner)))
                .hasStackTraceContaining("statement_partner_id_month_version_key");
    }

    @Test
    void statementNumbersHaveNoGap() {
        YearMonth month = suite.freshMonth();
        suite.partner();
        suite.partner();
        end(month);
        close(month);

        long gaps = asWorker(() -> database.first(
                        """
                        select count(*) from statement_number n
                        where n.last <> (select count(*) from statement s
                                         where s.number like n.issuer || '-' || n.year || '-%')""",
                        row -> row.number("count"))
                .orElseThrow());
        assertThat(gaps).isZero();
    }

    private YearMonth monthThatIsOver() {
        YearMonth month = suite.freshMonth();
        end(month);
        return month;
    }

    private int leftBehind(YearMonth month, UUID partner, Instant leaseUntil) {
        closings.add(
                month,
                "operator",
                at(month.plusMonths(1).atDay(1)),
                at(month.plusMonths(1).atDay(1)));
        database.update("update closing set state = 'running' where month = ?", month);
        return database.update(
                """
                insert into closing_item (partner_id, month, state, fence, lease_until, attempts)
                values (?, ?, 'claimed', 7, ?, 1)""",
                partner,
                month,
                leaseUntil);
    }

    private String jobOf(YearMonth month) {
        return asWorker(() -> closings.of(month)).orElseThrow().jobId();
    }
}
