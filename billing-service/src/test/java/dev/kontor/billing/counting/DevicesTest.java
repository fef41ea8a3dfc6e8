package dev.kontor.billing.counting;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rule 20: users with a device online in the last 30 days, devices with no last user, servers. */
class DevicesTest {

    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);

    private final List<Sighting> seen = new ArrayList<>();
    private final List<Level> records = new ArrayList<>();

    @Test
    void aUserCountsOnceHoweverManyDevices() {
        computer("laptop", "anna", "2026-11-03T08:00:00Z");
        computer("desktop", "anna", "2026-11-03T09:00:00Z");

        assertThat(on("2026-11-03")).isEqualTo("1");
    }

    @Test
    void aDeviceWithoutALastUserCountsByItself() {
        computer("kiosk", null, "2026-11-03T08:00:00Z");
        computer("laptop", "anna", "2026-11-03T08:00:00Z");

        assertThat(on("2026-11-03")).isEqualTo("2");
    }

    @Test
    void aServerCountsWhoeverUsedIt() {
        server("db-1", "anna", "2026-11-03T08:00:00Z");
        server("db-2", "anna", "2026-11-03T08:00:00Z");
        computer("laptop", "anna", "2026-11-03T08:00:00Z");

        assertThat(on("2026-11-03")).isEqualTo("3");
    }

    @Test
    void aDeviceBelongsToItsLastUser() {
        computer("laptop", "anna", "2026-11-03T08:00:00Z");
        computer("laptop", "bruno", "2026-11-04T08:00:00Z");

        assertThat(on("2026-11-04")).isEqualTo("1");
        assertThat(Devices.of(seen).counted(LocalDate.parse("2026-11-04")))
                .extracting(Sighting::userId)
                .containsExactly("bruno");
    }

    @Test
    void aDeviceCountsForThirtyDaysAndThenNoMore() {
        computer("laptop", "anna", "2026-10-12T08:00:00Z");

        assertThat(on("2026-11-10")).isEqualTo("1");
        assertThat(on("2026-11-11")).isEqualTo("0");
    }

    @Test
    void onADayWithObservationsTheyWinOverRecords() {
        record("2026-11-03T07:00:00Z", "50");
        computer("laptop", "anna", "2026-11-03T08:00:00Z");

        assertThat(on("2026-11-03")).isEqualTo("1");
        assertThat(on("2026-11-04")).isEqualTo("1");
    }

    @Test
    void onADayWithoutObservationsRecordsCountAndAreCarriedOn() {
        computer("laptop", "anna", "2026-11-03T08:00:00Z");
        record("2026-11-05T07:00:00Z", "50");

        assertThat(on("2026-11-04")).isEqualTo("1");
        assertThat(on("2026-11-05")).isEqualTo("50");
        assertThat(on("2026-11-06")).isEqualTo("50");
    }

    @Test
    void whatDropsOutDoesNotBringOldRecordsBack() {
        record("2026-10-01T07:00:00Z", "50");
        computer("laptop", "anna", "2026-10-05T08:00:00Z");

        assertThat(on("2026-11-10")).isEqualTo("0");
    }

    @Test
    void theOrderOfTheObservationsDoesNotMatter() {
        computer("laptop", "bruno", "2026-11-04T08:00:00Z");
        computer("laptop", "anna", "2026-11-03T08:00:00Z");

        assertThat(Devices.of(seen).counted(LocalDate.parse("2026-11-05")))
                .extracting(Sighting::userId)
                .containsExactly("bruno");
    }

    private void computer(String device, String user, String at) {
        seen.add(new Sighting(device, user, false, Instant.parse(at), seen.size()));
    }

    private void server(String device, String user, String at) {
        seen.add(new Sighting(device, user, true, Instant.parse(at), seen.size()));
    }

    private void record(String at, String quantity) {
        records.add(new Level(Instant.parse(at), records.size(), new BigDecimal(quantity)));
    }

    private BigDecimal on(String day) {
        var levels = Levels.of(records).with(Devices.of(seen), NOVEMBER.atEndOfMonth());
        return CustomerUsage.shown("endpoint-advanced", levels, Period.whole(NOVEMBER), null).stream()
                .filter(count -> count.day().equals(LocalDate.parse(day)))
                .map(DayCount::quantity)
                .findFirst()
                .orElseThrow();
    }
}
