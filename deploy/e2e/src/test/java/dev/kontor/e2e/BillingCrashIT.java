package dev.kontor.e2e;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kontor.e2e.Hold.Outcome;
import dev.kontor.e2e.RunningSuite.Suite;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * {@code kill -9} of billing exactly at each step of taking usage in and of closing: as if it had not been. Each step hits
 * another month of one partner, which so has the months before behind it.
 */
@ExtendWith(RunningSuite.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BillingCrashIT {

    private BilledMonth month;

    @BeforeAll
    void aPartnerBillsOneCustomer(Suite suite) {
        var path = new Path(suite);
        path.aPartnerIsCreated();
        month = path.aMonthlyAccountIsCreated();
    }

    /** Where billing dies. */
    enum Step {
        INTAKE_BEFORE_A_RECORD_IS_WRITTEN("before insert on usage_record", "new", Outcome.ROLLED_BACK),
        INTAKE_RECORDS_WRITTEN_BUT_NOT_COMMITTED("after insert on usage_record", "new", Outcome.ROLLED_BACK),
        INTAKE_COMMITTED_BUT_NOT_ANSWERED("after insert on usage_record", "new", Outcome.COMMITTED),
        CLOSING_PARTNERS_NOTED_BUT_NOT_COMMITTED("after insert on closing_item", "new", Outcome.ROLLED_BACK),
        CLOSING_PARTNER_CLAIMED("after update on closing_item", "new.state = 'claimed' and new", Outcome.ROLLED_BACK),
        CLOSING_NUMBER_TAKEN("before insert on statement", "new", Outcome.ROLLED_BACK),
        CLOSING_LINES_WRITTEN_BUT_NOT_COMMITTED("after insert on statement_line", "new", Outcome.ROLLED_BACK),
        CLOSING_STATEMENT_COMMITTED("after insert on statement", "new", Outcome.COMMITTED),
        CLOSING_TOLD_BUT_STILL_IN_THE_OUTBOX("before delete on outbox", "old", Outcome.ROLLED_BACK);

        private final String moment;
        private final String row;
        private final Outcome outcome;

        Step(String moment, String row, Outcome outcome) {
            this.moment = moment;
            this.row = row;
            this.outcome = outcome;
        }

        boolean isOfIntake() {
            return name().startsWith("INTAKE");
        }

        Hold hold(Suite suite, String partnerId) throws SQLException {
            var atCommit = outcome == Outcome.COMMITTED;
            var trigger = "create %s held_for_a_crash %s %s for each row when (%s.partner_id = '%s')"
                    .formatted(
                            atCommit ? "constraint trigger" : "trigger",
                            moment,
                            atCommit ? "deferrable initially deferred" : "",
                            row,
                            partnerId);
            return new Hold(suite.database("billing"), trigger, outcome);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aCrashAtAnyStepLosesNothingAndDoublesNothing(Step step, Suite suite) throws Exception {
        try (var hold = step.hold(suite, month.partnerId())) {
            if (step.isOfIntake()) {
                // The sender that is cut off sends the same again.
                var sender = CompletableFuture.runAsync(month::aMonthOfUsageIsPostedTwiceAndCountsOnce);
                crash(suite, hold);
                sender.get(60, SECONDS);
                month.theClockMovesPastTheGrace();
            } else {
                month.aMonthOfUsageIsPostedTwiceAndCountsOnce();
                month.theClockMovesPastTheGrace();
                crash(suite, hold);
            }
        }
        month.finished(month.close());
        month.oneStatement();
        month.theInvariantsHold();
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(untold(suite)).isZero());
    }

    private static void crash(Suite suite, Hold hold) {
        hold.awaitReached();
        suite.kill("billing", hold::end);
    }

    private static int untold(Suite suite) throws SQLException {
        try (var database = suite.database("billing");
                var statement = database.createStatement();
                var rows = statement.executeQuery("select count(*) from outbox")) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
