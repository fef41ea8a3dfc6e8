package dev.kontor.customers.crm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SecretSealTest {

    private static final UUID NORDWIND = new UUID(0, 1);
    private static final UUID SUEDWIND = new UUID(0, 2);

    private final SecretSeal seal = new SecretSeal(key(1));

    @Test
    void whatWasSealedOpensAgainAndNeverLooksTheSameTwice() throws CrmFailure {
        var sealed = seal.seal(NORDWIND, "pässword");

        assertThat(seal.open(NORDWIND, sealed)).isEqualTo("pässword");
        assertThat(seal.seal(NORDWIND, "pässword")).isNotEqualTo(sealed);
    }

    @Test
    void itOpensForNoOtherPartnerAndWithNoOtherKey() {
        var sealed = seal.seal(NORDWIND, "secret");

        assertThatThrownBy(() -> seal.open(SUEDWIND, sealed)).hasMessage("secret-unreadable");
        assertThatThrownBy(() -> new SecretSeal(key(2)).open(NORDWIND, sealed)).hasMessage("secret-unreadable");
        assertThatThrownBy(() -> new SecretSeal(Optional.empty()).open(NORDWIND, sealed))
                .hasMessage("secret-unreadable");
    }

    @Test
    void aKeyIs32BytesOrTheServiceDoesNotStart() {
        assertThatThrownBy(() -> new SecretSeal(Optional.of("c2hvcnQ="))).hasMessageContaining("32 bytes");
    }

    private static Optional<String> key(int fill) {
        var bytes = new byte[32];
        Arrays.fill(bytes, (byte) fill);
        return Optional.of(Base64.getEncoder().encodeToString(bytes));
    }
}
