package dev.kontor.licensing;

import static dev.kontor.licensing.Calls.licenses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;

import dev.kontor.testkit.Hold;
import dev.kontor.testkit.Hold.Outcome;
import dev.kontor.testkit.KontorServers;
import dev.kontor.testkit.PackagedService;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code kill -9} of licensing-service while it gives a new account its licences: as if it had not been. */
class CrashIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @RegisterExtension
    static final PackagedService LICENSING =
            new PackagedService(Map.of(), new KontorServers(), new CustomersServiceStub());

    /** Where it dies. */
    enum Step {
        LICENCES_WRITTEN_BUT_NOT_COMMITTED("create trigger held_for_a_crash after insert on licenses", "new"),
        LICENCES_TOLD_BUT_STILL_IN_THE_OUTBOX("create trigger held_for_a_crash before delete on outbox", "old");

        private final String trigger;
        private final String row;

        Step(String trigger, String row) {
            this.trigger = trigger;
            this.row = row;
        }

        Hold hold(Situation account) throws SQLException {
            var condition = " for each row when (%s.partner_id = '%s')".formatted(row, account.partner);
            return new Hold(LICENSING.database(), trigger + condition, Outcome.ROLLED_BACK);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aCrashAtAnyStepLosesNothingAndDoublesNothing(Step step) throws SQLException {
        var trial = Situation.aTrialOf("endpoint-advanced", "email-advanced");
        var monthly = Situation.aMonthlyAccountWith("endpoint-advanced");
        try (var hold = step.hold(trial)) {
            trial.told();
            hold.awaitReached();
            LICENSING.kill(hold::end);
        }
        monthly.told();

        await().atMost(PATIENCE).untilAsserted(() -> licenses(trial, "")
                .then()
                .statusCode(200)
                .body("items.product.code", containsInAnyOrder("endpoint-advanced", "email-advanced"))
                .body("items.type", everyItem(equalTo("trial"))));
        await().atMost(PATIENCE).untilAsserted(() -> licenses(monthly, "")
                .then()
                .statusCode(200)
                .body("items.product.code", containsInAnyOrder("endpoint-advanced"))
                .body("items.type", everyItem(equalTo("monthly"))));
        await().atMost(PATIENCE).until(() -> untold() == 0);
        assertThat(trial.awaitLicenses("trial").at("/state/licenses")).hasSize(2);
        assertThat(monthly.awaitLicenses("active").at("/state/licenses")).hasSize(1);
    }

    private static long untold() throws SQLException {
        try (var database = LICENSING.database();
                var statement = database.createStatement();
                var rows = statement.executeQuery("select count(*) from outbox")) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
