package dev.kontor.customers.accesslog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Which part of a log is not read again (domain.md rule 41), and for how long. */
class VerifiedHeadsTest {

    private static final UUID KERN = UUID.randomUUID();
    private static final UUID NORDWIND = UUID.randomUUID();
    private static final ChainHead START = ChainHead.start(NORDWIND);

    private long now;
    private final VerifiedHeads verified = new VerifiedHeads(() -> now);

    @Test
    void aLongChainIsReadOnFromWhereItHeld() {
        verified.remember(KERN, START, head(VerifiedHeads.LONG));

        assertThat(verified.of(KERN, NORDWIND)).isEqualTo(head(VerifiedHeads.LONG));
        assertThat(verified.of(KERN, UUID.randomUUID()).sequence()).isZero();
        assertThat(verified.of(UUID.randomUUID(), NORDWIND)).isEqualTo(START);
    }

    @Test
    void aShortOneIsReadWholeEachTime() {
        verified.remember(KERN, START, head(VerifiedHeads.LONG - 1));

        assertThat(verified.of(KERN, NORDWIND)).isEqualTo(START);
    }

    @Test
    void whatWasReadWholeIsTrustedForAWhileHoweverOftenItIsReadOn() {
        verified.remember(KERN, START, head(VerifiedHeads.LONG));
        now += VerifiedHeads.TRUSTED.toNanos();
        verified.remember(KERN, head(VerifiedHeads.LONG), head(VerifiedHeads.LONG + 1));
        assertThat(verified.of(KERN, NORDWIND)).isEqualTo(head(VerifiedHeads.LONG + 1));

        now++;
        assertThat(verified.of(KERN, NORDWIND)).isEqualTo(START);

        verified.remember(KERN, START, head(VerifiedHeads.LONG + 2));
        assertThat(verified.of(KERN, NORDWIND)).isEqualTo(head(VerifiedHeads.LONG + 2));
    }

    private static ChainHead head(long sequence) {
        return new ChainHead(NORDWIND, sequence, ByteBuffer.wrap(new byte[32]));
    }
}
