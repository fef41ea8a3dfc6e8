package dev.kontor.customers.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.testkit.KontorServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a reader makes of the published roots (domain.md rule 42). */
@QuarkusTest
@WithTestResource(KontorServers.class)
class RootChainTest {

    @Inject
    RootSignatures signatures;

    private final UUID kern = UUID.randomUUID();
    private final UUID nordwind = UUID.randomUUID();
    private RootChain chain;
    private MinuteRoot first;

    @BeforeEach
    void oneRoot() {
        chain = new RootChain(signatures);
        first = signatures.sign(100, MinuteRoot.NOTHING, ends(3, "aa"));
        chain.take(first, 0);
    }

    @Test
    void theLastEndOfAChainIsKnownWithItsPlace() {
        chain.take(signatures.sign(101, first.digest(), ends(5, "bb")), 1);

        var published = chain.of(kern).get(ChainEnd.key(kern, nordwind));
        assertThat(published.end().sequence()).isEqualTo(5);
        assertThat(published.offset()).isEqualTo(1);
        assertThat(chain.of(UUID.randomUUID())).isEmpty();
        assertThat(chain.unbroken()).isTrue();
    }

    @Test
    void rootsThatComeTwiceAreOne() {
        var second = signatures.sign(101, first.digest(), ends(4, "bb"));
        chain.take(second, 1);
        chain.take(first, 2);
        chain.take(second, 3);

        assertThat(chain.unbroken()).isTrue();
        assertThat(chain.last()).isEqualTo(new Roots.Last(101, second.digest()));
    }

    @Test
    void aSecondRootForOneMinuteIsFound() {
        chain.take(signatures.sign(100, first.digest(), ends(4, "bb")), 1);

        assertThat(chain.unbroken()).isFalse();
    }

    @Test
    void aRootThatDoesNotExtendTheLastIsFound() {
        chain.take(signatures.sign(101, MinuteRoot.NOTHING, ends(4, "bb")), 1);

        assertThat(chain.unbroken()).isFalse();
    }

    @Test
    void aTopicThatLostItsBeginningIsFound() {
        var shortened = new RootChain(signatures);
        shortened.take(signatures.sign(101, first.digest(), ends(4, "bb")), 1);

        assertThat(shortened.unbroken()).isFalse();
    }

    /** Whoever reaches the topic can write to it what it likes: it is neither believed nor held against the log. */
    @Test
    void whatThisServiceNeverSignedIsPassedOver() {
        var second = signatures.sign(101, first.digest(), ends(4, "bb"));
        chain.take(new MinuteRoot(101, ends(9, "cc"), "e30.e30.AA"), 1);
        chain.take(new MinuteRoot(101, ends(9, "cc"), second.signature()), 2);
        chain.take(new MinuteRoot(102, ends(4, "bb"), second.signature()), 3);
        assertThat(chain.last().minute()).isEqualTo(100);

        chain.take(second, 4);
        assertThat(chain.unbroken()).isTrue();
        assertThat(chain.of(ChainEnd.key(kern, nordwind)).orElseThrow().offset())
                .isEqualTo(4);
    }

    @Test
    void aRootInWhosePlaceAnotherWasPutIsMissedByTheNext() {
        var second = signatures.sign(101, first.digest(), ends(4, "bb"));
        chain.take(new MinuteRoot(101, ends(4, "cc"), second.signature()), 1);
        chain.take(signatures.sign(102, second.digest(), ends(5, "dd")), 2);

        assertThat(chain.unbroken()).isFalse();
    }

    @Test
    void whatWasSaidFirstOfAPlaceStays() {
        chain.take(signatures.sign(101, first.digest(), ends(3, "bb")), 1);

        assertThat(chain.of(ChainEnd.key(kern, nordwind)).orElseThrow().end().hash())
                .startsWith("aa");
    }

    private List<ChainEnd> ends(long sequence, String hash) {
        return List.of(new ChainEnd(ChainEnd.key(kern, nordwind), sequence, hash.repeat(32)));
    }
}
