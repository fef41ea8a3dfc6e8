package dev.kontor.customers.crm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackOffTest {

    private final BackOff backOff = new BackOff(Duration.ofSeconds(5), Duration.ofHours(1));

    @ParameterizedTest
    @CsvSource({"1, PT5S", "2, PT10S", "3, PT20S", "10, PT42M40S", "11, PT1H", "2000000000, PT1H"})
    void eachFailureDoublesTheWaitUpToAnHour(int failures, Duration wait) {
        assertThat(backOff.after(failures, Duration.ZERO)).isEqualTo(wait);
    }

    @Test
    void whatTheCrmAsksForIsWaitedButNoLongerThanAnHour() {
        assertThat(backOff.after(1, Duration.ofSeconds(90))).isEqualTo(Duration.ofSeconds(90));
        assertThat(backOff.after(5, Duration.ofSeconds(1))).isEqualTo(Duration.ofSeconds(80));
        assertThat(backOff.after(1, Duration.ofDays(365))).isEqualTo(Duration.ofHours(1));
    }

    @ParameterizedTest
    @CsvSource({"120, PT2M", "' 7 ', PT7S", "soon, PT0S", "-1, PT0S", "'', PT0S", "99999999999999999999, PT0S"})
    void retryAfterIsSecondsOrNothing(String header, Duration wait) {
        assertThat(CrmAccounts.retryAfter(header)).isEqualTo(wait);
    }

    @Test
    void retryAfterCanBeADateAndOneThatIsOverIsNow() {
        assertThat(CrmAccounts.retryAfter("Tue, 31 Dec 2199 23:59:59 GMT")).isGreaterThan(Duration.ofDays(365));
        assertThat(CrmAccounts.retryAfter("Sun, 06 Nov 1994 08:49:37 GMT")).isZero();
    }
}
