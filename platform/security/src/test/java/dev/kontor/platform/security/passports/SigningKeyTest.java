package dev.kontor.platform.security.passports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.LaunchMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwt.JwtClaims;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a key signed for good outlives the key (domain.md rule 42); what it let in does not. */
class SigningKeyTest {

    private static final String TYPE = "kept+jwt";

    private final SigningKey before = new SigningKey("customers", Optional.empty(), Optional.empty(), LaunchMode.TEST);

    @TempDir
    Path folder;

    @Test
    void whatARetiredKeySignedIsStillVerified() throws IOException {
        var now = after(before);

        assertThat(now.verified(signed(before), TYPE).map(JwtClaims::getClaimsMap))
                .contains(claims().getClaimsMap());
        assertThat(now.everyPublicKey()).hasSize(2).containsAll(before.everyPublicKey());
        assertThat(now.everyPublicKey()).allSatisfy(key -> assertThat(key).doesNotContainKey("d"));
    }

    @Test
    void whatWasPublishedByAKeyThatRetiredBeforeIsPassedOn() throws IOException {
        assertThat(after(after(before)).verified(signed(before), TYPE)).isPresent();
    }

    @Test
    void neighboursAreToldOfTheKeyOfNowAlone() throws IOException {
        assertThat(after(before).jwks())
                .doesNotContain(before.everyPublicKey().get(0).get("kid").toString());
    }

    @Test
    void anotherKeyAnotherTypeOrAnotherTextIsNotVerified() {
        var other = new SigningKey("customers", Optional.empty(), Optional.empty(), LaunchMode.TEST);
        var signed = signed(before);

        assertThat(other.verified(signed, TYPE)).isEmpty();
        assertThat(before.verified(signed, "passport+jwt")).isEmpty();
        assertThat(before.verified(signed.replaceFirst("\\.[^.]+\\.", ".e30."), TYPE))
                .isEmpty();
        assertThat(before.verified("nothing", TYPE)).isEmpty();
    }

    /** What a throwaway key signed for good would be nobody's word after the next start. */
    @Test
    void withoutAKeyNothingStartsButDevModeAndTests() {
        assertThatThrownBy(() -> new SigningKey("customers", Optional.empty(), Optional.empty(), LaunchMode.NORMAL))
                .hasMessageContaining("KONTOR_SIGNING_KEY");
        assertThat(new SigningKey("customers", Optional.empty(), Optional.empty(), LaunchMode.DEVELOPMENT).jwks())
                .contains("customers-");
    }

    private SigningKey after(SigningKey key) throws IOException {
        var file = Files.createTempFile(folder, "retired", ".json");
        Files.writeString(file, JsonUtil.toJson(Map.of("keys", key.everyPublicKey())));
        return new SigningKey("customers", Optional.empty(), Optional.of(file), LaunchMode.TEST);
    }

    private static String signed(SigningKey key) {
        return key.sign(claims(), TYPE);
    }

    private static JwtClaims claims() {
        var claims = new JwtClaims();
        claims.setIssuer("kontor-customers");
        return claims;
    }
}
