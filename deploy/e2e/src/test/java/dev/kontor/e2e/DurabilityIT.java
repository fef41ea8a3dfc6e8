package dev.kontor.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.e2e.RunningSuite.Suite;
import java.sql.SQLException;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was answered survives a database that is killed, and a machine that loses its power. */
@ExtendWith(RunningSuite.class)
class DurabilityIT {

    @ParameterizedTest
    @ValueSource(strings = {"fsync", "synchronous_commit", "full_page_writes"})
    void aCommitIsOnTheDiskBeforeItIsConfirmed(String safety, Suite suite) throws SQLException {
        try (var database = suite.database("billing");
                var statement = database.createStatement();
                var rows = statement.executeQuery("show " + safety)) {
            rows.next();
            assertThat(rows.getString(1)).isEqualTo("on");
        }
    }
}
