package dev.kontor.gateway.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jose4j.jwk.PublicJsonWebKey;
import org.junit.jupiter.api.Test;

class IssuerKeysTest {

    private static final PublicJsonWebKey FIRST = Forge.rsa("k1");
    private static final PublicJsonWebKey SECOND = Forge.rsa("k2");

    private final TrustFixture.Moving clock = new TrustFixture.Moving();
    private final List<Promise<String>> asked = new ArrayList<>();
    private int changes;
    private final IssuerKeys keys = new IssuerKeys("test", this::ask, clock, () -> changes++);

    private Future<String> ask() {
        asked.add(Promise.promise());
        return asked.get(asked.size() - 1).future();
    }

    private void answer(PublicJsonWebKey... published) {
        asked.get(asked.size() - 1).complete(Forge.jwks(published));
    }

    private void fail() {
        asked.get(asked.size() - 1).fail("the issuer is down");
    }

    @Test
    void manyCallersShareOneFetch() {
        var one = keys.forId("k1");
        var two = keys.forId("k1");
        assertThat(asked).hasSize(1);
        answer(FIRST);
        assertThat(one.result()).hasSize(1);
        assertThat(two.result()).hasSize(1);
    }

    @Test
    void anUnknownKeyIsLookedForOnceInFiveSeconds() {
        keys.refresh();
        answer(FIRST);
        for (int i = 0; i < 100; i++) {
            assertThat(keys.forId("k2").cause()).isInstanceOf(TokenRefused.class);
        }
        assertThat(asked).hasSize(1);
        clock.forward(IssuerKeys.PAUSE);
        var rotated = keys.forId("k2");
        assertThat(asked).hasSize(2);
        answer(FIRST, SECOND);
        assertThat(rotated.result()).hasSize(1);
    }

    @Test
    void knownKeysOutliveAnIssuerThatIsDown() {
        keys.refresh();
        answer(FIRST);
        clock.forward(IssuerKeys.STALE.plusSeconds(1));
        var waiting = keys.forId("k1");
        fail();
        assertThat(waiting.result()).hasSize(1);
        assertThat(keys.forId("k1").result()).hasSize(1);
        assertThat(asked).hasSize(2);
    }

    @Test
    void ageingKeysAreFetchedBesideTheWorkAndStaleOnesAreWaitedFor() {
        keys.refresh();
        answer(FIRST);
        clock.forward(IssuerKeys.AGEING.plusSeconds(1));
        assertThat(keys.forId("k1").result()).hasSize(1);
        assertThat(asked).hasSize(2);
        clock.forward(IssuerKeys.STALE);
        var waiting = keys.forId("k1");
        assertThat(waiting.isComplete()).isFalse();
        answer(SECOND);
        assertThat(waiting.cause()).isInstanceOf(TokenRefused.class);
    }

    @Test
    void nothingCanBeSaidBeforeTheFirstKeysCame() {
        assertThat(keys.tried()).isFalse();
        var waiting = keys.forId("k1");
        fail();
        assertThat(waiting.cause()).isInstanceOf(KeysUnavailable.class);
        assertThat(keys.tried()).isTrue();
        assertThat(keys.forId("k1").cause()).isInstanceOf(KeysUnavailable.class);
        clock.forward(Duration.ofSeconds(6));
        var later = keys.forId("k1");
        answer(FIRST);
        assertThat(later.result()).hasSize(1);
    }

    @Test
    void whatWasVerifiedIsForgottenWhenKeysChange() {
        keys.refresh();
        answer(FIRST);
        clock.forward(IssuerKeys.STALE);
        keys.refresh();
        answer(FIRST);
        assertThat(changes).isZero();
        clock.forward(IssuerKeys.STALE);
        keys.refresh();
        answer(SECOND);
        assertThat(changes).isEqualTo(1);
        clock.forward(IssuerKeys.PAUSE);
        keys.forId("k1");
        answer(SECOND);
        assertThat(keys.forId("k1").cause()).isInstanceOf(TokenRefused.class);
    }

    @Test
    void anAnswerThatIsNoKeySetChangesNothing() {
        keys.refresh();
        answer(FIRST);
        clock.forward(IssuerKeys.STALE);
        keys.refresh();
        asked.get(1).complete("<html>");
        assertThat(keys.forId("k1").result()).hasSize(1);
    }
}
