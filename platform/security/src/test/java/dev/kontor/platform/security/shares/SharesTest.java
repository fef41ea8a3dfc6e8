package dev.kontor.platform.security.shares;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/** Turns within a partner's share (rule 41). */
class SharesTest {

    private static final UUID NORDWIND = UUID.randomUUID();
    private static final UUID BRIGHTWATER = UUID.randomUUID();

    private final Shares shares = new Shares(2, Duration.ofHours(1));

    @Test
    void asManyAsTheShareBeginAtOnceAndTheOthersInTheirOrder() {
        assertThat(shares.enter(NORDWIND)).isCompleted();
        assertThat(shares.enter(NORDWIND)).isCompleted();
        var third = shares.enter(NORDWIND).toCompletableFuture();
        var fourth = shares.enter(NORDWIND).toCompletableFuture();
        assertThat(third).isNotDone();

        shares.leave(NORDWIND);
        assertThat(third).isCompleted();
        assertThat(fourth).isNotDone();

        shares.leave(NORDWIND);
        assertThat(fourth).isCompleted();
    }

    @Test
    void theShareOfOneIsNotTheOthers() {
        shares.enter(NORDWIND);
        shares.enter(NORDWIND);

        assertThat(shares.enter(BRIGHTWATER)).isCompleted();
    }

    @Test
    void whoGaveUpTakesNobodysTurn() {
        var hasty = new Shares(1, Duration.ofMillis(1));
        hasty.enter(NORDWIND);
        var late = hasty.enter(NORDWIND).toCompletableFuture();
        assertThatThrownBy(late::join).hasCauseInstanceOf(TimeoutException.class);

        hasty.leave(NORDWIND);

        assertThat(hasty.enter(NORDWIND)).isCompleted();
    }
}
