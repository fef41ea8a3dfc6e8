package dev.kontor.reporting.snapshots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kontor.platform.web.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 9110, section 14. */
class ByteRangeTest {

    @ParameterizedTest
    @CsvSource({"bytes=0-9,0,9", "bytes=90-,90,99", "bytes=-10,90,99", "bytes=95-1000,95,99", "bytes=-1000,0,99"})
    void onePartIsAnswered(String header, int first, int last) {
        assertThat(ByteRange.of(header, 100)).contains(new ByteRange(first, last, 100));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {"bytes=0-1,4-5", "bytes=9-3", "bytes=-", "lines=1-2", "bytes=a-b", "bytes=99999999999999999999-"
            })
    void whatIsNoOnePartMeansTheWhole(String header) {
        assertThat(ByteRange.of(header, 100)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=100-", "bytes=500-600", "bytes=-0"})
    void aPartBehindTheEndIsRefused(String header) {
        assertThatThrownBy(() -> ByteRange.of(header, 100)).isInstanceOfSatisfying(Problem.class, refused -> {
            assertThat(refused.status()).isEqualTo(416);
            assertThat(refused.headers()).containsEntry("Content-Range", "bytes */100");
        });
    }

    @Test
    void itIsSaidAsContentRangeSaysIt() {
        assertThat(ByteRange.of("bytes=0-9", 100)).hasToString("Optional[bytes 0-9/100]");
    }
}
