package dev.kontor.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class DemoApiTest {

    private final List<Long> pauses = new ArrayList<>();
    private int tries;

    @Test
    void aServiceThatIsAwayForNowIsAskedAgainAfterLongerAndLongerPauses() {
        assertThat(answered(503, 503, 503, 201).status()).isEqualTo(201);

        assertThat(pauses).containsExactly(250L, 500L, 1000L);
    }

    @Test
    void aRefusalIsAnAnswer() {
        assertThat(answered(409).status()).isEqualTo(409);

        assertThat(pauses).isEmpty();
    }

    @Test
    void aServiceThatStaysAwayEndsIt() {
        assertThat(answered(503).status()).isEqualTo(503);

        assertThat(LongStream.of(pauses.stream().mapToLong(Long::longValue).toArray())
                        .sum())
                .isBetween(300_000L, 310_000L);
    }

    private Http.Answer answered(int... statuses) {
        return DemoApi.answered(
                () -> new Http.Answer(statuses[Math.min(tries++, statuses.length - 1)], MissingNode.getInstance(), ""),
                pauses::add);
    }
}
