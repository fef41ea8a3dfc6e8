package dev.kontor.gateway.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BucketsTest {

    private static final long SECOND = 1_000_000_000L;

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - SECOND);
    private final Buckets<String> buckets = buckets(10, 25);

    private Buckets<String> buckets(int rate, int burst) {
        return new Buckets<>(quota(rate, burst), 1_000, now::get);
    }

    static LimitSettings.Quota quota(int rate, int burst) {
        return new LimitSettings.Quota() {
            @Override
            public int rate() {
                return rate;
            }

            @Override
            public int burst() {
                return burst;
            }
        };
    }

    private int takeAll() {
        int taken = 0;
        while (buckets.take("sam").admitted()) {
            taken++;
        }
        return taken;
    }

    @Test
    void aRestedClientMayAskItsBurstAtOnceAndThenItsRate() {
        assertThat(takeAll()).isEqualTo(25);
        now.addAndGet(SECOND);
        assertThat(takeAll()).isEqualTo(10);
        now.addAndGet(60 * SECOND);
        assertThat(takeAll()).isEqualTo(25);
    }

    @Test
    void eachAnswerSaysWhatIsLeftAndWhenAllIsThereAgain() {
        var first = buckets.take("sam");
        assertThat(first.left()).isEqualTo(24);
        assertThat(first.fullInSeconds()).isEqualTo(1);
        takeAll();
        var refused = buckets.take("sam");
        assertThat(refused.left()).isZero();
        assertThat(refused.fullInSeconds()).isEqualTo(3);
        assertThat(refused.waitFor()).isEqualTo(SECOND / 10);
        assertThat(refused.retryAfterSeconds()).isEqualTo(1);
    }

    @Test
    void aRefusalCostsNothing() {
        takeAll();
        for (int i = 0; i < 100; i++) {
            buckets.take("sam");
        }
        now.addAndGet(SECOND / 10);
        assertThat(buckets.take("sam").admitted()).isTrue();
    }

    @Test
    void oneClientTakesNothingFromAnother() {
        takeAll();
        assertThat(buckets.isEmpty("sam")).isTrue();
        assertThat(buckets.isEmpty("eve")).isFalse();
        assertThat(buckets.take("eve").left()).isEqualTo(24);
    }

    @Test
    void whatOtherReplicasLetThroughCountsButShutsNobodyOutForLong() {
        buckets.charge("sam", 20);
        assertThat(takeAll()).isEqualTo(5);
        buckets.charge("sam", 1_000_000);
        now.addAndGet(5 * SECOND);
        assertThat(takeAll()).isEqualTo(25);
    }

    @Test
    void othersAreToldOnceAndOnlyWhatIsWorthTelling() {
        buckets.take("eve");
        takeAll();
        assertThat(buckets.tell(2)).isEqualTo(Map.of("sam", 25));
        assertThat(buckets.tell(1)).isEqualTo(Map.of("eve", 1));
        assertThat(buckets.tell(1)).isEmpty();
    }

    @Property(tries = 200)
    void neverMoreThanBurstAndRateAllow(
            @ForAll @IntRange(min = 1, max = 50) int rate,
            @ForAll @IntRange(min = 1, max = 100) int burst,
            @ForAll @IntRange(min = 1, max = 400) int tries,
            @ForAll @IntRange(min = 0, max = 100_000_000) int pause) {
        var clock = new AtomicLong();
        var mine = new Buckets<String>(quota(rate, burst), 10, clock::get);
        long admitted = 0;
        for (int i = 0; i < tries; i++) {
            admitted += mine.take("sam").admitted() ? 1 : 0;
            clock.addAndGet(pause);
        }
        // A nanosecond of rounding in each interval may let one more in.
        assertThat(admitted).isLessThanOrEqualTo(burst + (clock.get() * rate) / SECOND + 1);
    }

    @Test
    void manyThreadsAtOnceGetWhatOneWould() throws Exception {
        var pool = Executors.newFixedThreadPool(8);
        try {
            var workers = IntStream.range(0, 8)
                    .mapToObj(x -> pool.submit(() -> (long) takeAll()))
                    .toList();
            long taken = 0;
            for (var worker : workers) {
                taken += worker.get();
            }
            assertThat(taken).isEqualTo(25);
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void aLimitOfNothingStopsTheStart() {
        assertThatThrownBy(() -> buckets(0, 5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> buckets(5, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
