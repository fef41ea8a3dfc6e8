package dev.kontor.gateway.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jose4j.jwk.PublicJsonWebKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every way a token can be wrong, by name. */
class RefusedTokenTest {

    private static final PublicJsonWebKey KEY = Forge.rsa("k1");
    private static final PublicJsonWebKey EC = Forge.ec("ec1");
    private static final PublicJsonWebKey STRANGER = Forge.rsa("k1");
    private static final long NOW = Forge.NOW.getEpochSecond();

    static Stream<Arguments> mistakes() {
        return Stream.of(
                changed("expired a second ago", it -> it.claim("exp", NOW - 1)),
                changed("expires now", it -> it.claim("exp", NOW)),
                changed("never expires", it -> it.claim("exp", null)),
                changed("exp is a string", it -> it.claim("exp", "tomorrow")),
                changed("not valid yet", it -> it.claim("nbf", NOW + 61)),
                changed("does not say when it was issued", it -> it.claim("iat", null)),
                changed("iat is a string", it -> it.claim("iat", "yesterday")),
                changed("lives an hour and a second", it -> it.claim("exp", NOW + 3_601)),
                changed("lives an hour and a bit", it -> it.claim("exp", NOW + 3_600.5)),
                changed("lives long, and long ago", it -> it.claim("iat", NOW - 3_600)
                        .claim("exp", NOW + 1)),
                changed("lives for fifty years", it -> it.claim("exp", NOW + 50L * 365 * 86_400)),
                changed(
                        "speaks for the vendor as a partner",
                        it -> it.claim("partner_id", "00000000-0000-7000-8000-000000000001")),
                changed("issued in the future", it -> it.claim("iat", NOW + 61)),
                changed("no audience", it -> it.claim("aud", null)),
                changed("another audience", it -> it.claim("aud", List.of("kontor-customers", "account"))),
                changed("another issuer", it -> it.claim("iss", "https://elsewhere.example")),
                changed("no issuer", it -> it.claim("iss", null)),
                changed("issuer is a number", it -> it.claim("iss", 7)),
                changed("no subject", it -> it.claim("sub", null)),
                changed("subject with a slash", it -> it.claim("sub", "sam/../root")),
                changed("subject too long", it -> it.claim("sub", "s".repeat(129))),
                changed("ID token", it -> it.header("typ", "JWT")),
                changed("passport", it -> it.header("typ", "passport+jwt")),
                changed("no type", it -> it.header("typ", null)),
                changed("critical header", it -> it.header("crit", List.of("b64"))
                        .header("b64", false)),
                changed("empty critical header", it -> it.header("crit", List.of())),
                changed("unknown key", it -> it.header("kid", "k9")),
                changed("another's key under the same id", it -> it.signedBy(STRANGER)),
                changed("RSA header, EC key id", it -> it.header("kid", "ec1")),
                changed("RS512", it -> it.header("alg", "RS512")),
                changed("PS256", it -> it.header("alg", "PS256")),
                changed("no group", it -> it.claim("groups", null)),
                changed("only unknown groups", it -> it.claim("groups", List.of("staff"))),
                changed("two known groups", it -> it.claim("groups", List.of("partner-admin", "vendor-operator"))),
                changed("groups is a string", it -> it.claim("groups", "partner-admin")),
                changed("groups holds a number", it -> it.claim("groups", List.of(1))),
                changed("no partner", it -> it.claim("partner_id", null)),
                changed("partner is no UUID", it -> it.claim("partner_id", "1-1-1-1-1")),
                changed("customer admin without customer", it -> it.claim("groups", List.of("customer-admin"))),
                changed("programs is a string", it -> it.claim("programs", "msp-flex")),
                changed("scope holds a number", it -> it.claim("scope", List.of(7))),
                changed("scope is an object", it -> it.claim("scope", Map.of())),
                changed("times beyond the calendar", it -> it.claim("exp", 1e30)),
                changed("no key id, and nobody's key", it -> it.header("kid", null)
                        .signedBy(STRANGER)),
                changed("a key of its own in the header", it -> it.header("jwk", Map.of("kty", "RSA"))
                        .signedBy(STRANGER)),
                changed("keys at an address of its own", it -> it.header("jku", "https://evil.example/keys")
                        .signedBy(STRANGER)),
                changed("claims that are compressed", it -> it.header("zip", "DEF")
                        .header("alg", "RSA-OAEP")),
                changed("larger than 8 KiB", it -> it.claim("padding", "x".repeat(9_000))),
                Arguments.of("alg none", Forge.good(KEY, Forge.NOW).unsigned()),
                Arguments.of(
                        "HS256 with the public key as its secret",
                        Forge.good(KEY, Forge.NOW)
                                .header("alg", "HS256")
                                .signedWithSecret(new javax.crypto.spec.SecretKeySpec(
                                        KEY.getPublicKey().getEncoded(), "HmacSHA256"))),
                Arguments.of(
                        "HS256 with any secret",
                        Forge.good(KEY, Forge.NOW).header("alg", "HS256").signedWithSecret(Forge.secret())),
                Arguments.of("a claim twice", duplicate("\"sub\":\"sam\"", "\"sub\":\"sam\",\"sub\":\"root\"")),
                Arguments.of(
                        "a nested claim twice",
                        duplicate("\"sub\":\"sam\"", "\"sub\":\"sam\",\"x\":{\"a\":1,\"a\":2}")),
                Arguments.of("payload is a list", Forge.good(KEY, Forge.NOW).withPayload("[]")),
                Arguments.of("payload is not JSON", Forge.good(KEY, Forge.NOW).withPayload("sub=sam")),
                Arguments.of("header twice", headerTwice()),
                Arguments.of("signature cut off", good().substring(0, good().lastIndexOf('.') + 1)),
                Arguments.of("payload exchanged", exchanged()),
                Arguments.of("five parts", good() + ".a.b"),
                Arguments.of("padded", good() + "="),
                Arguments.of("nothing", ""),
                Arguments.of("dots", ".."));
    }

    private static Arguments changed(String what, UnaryOperator<Forge> change) {
        var forge = change.apply(Forge.good(KEY, Forge.NOW));
        try {
            return Arguments.of(what, forge.token());
        } catch (IllegalStateException jose4jWillNot) {
            return Arguments.of(what, swapHeader(forge));
        }
    }

    private static String good() {
        return Forge.good(KEY, Forge.NOW).token();
    }

    private static String duplicate(String claim, String claims) {
        var forge = Forge.good(KEY, Forge.NOW);
        return forge.withPayload(forge.payload().replace(claim, claims));
    }

    private static String headerTwice() {
        var parts = good().split("\\.", -1);
        return Forge.encode("{\"alg\":\"RS256\",\"typ\":\"at+jwt\",\"kid\":\"k1\",\"kid\":\"k1\"}") + "." + parts[1]
                + "." + parts[2];
    }

    private static String exchanged() {
        var parts = good().split("\\.", -1);
        var other = Forge.good(KEY, Forge.NOW).claim("sub", "root").token().split("\\.", -1);
        return parts[0] + "." + other[1] + "." + parts[2];
    }

    /** A header that no library would sign with stands before a signature of another. */
    private static String swapHeader(Forge forge) {
        var parts = good().split("\\.", -1);
        return Forge.encode(forge.headerJson()) + "." + parts[1] + "." + parts[2];
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mistakes")
    void isRefused(String what, String token) {
        var verdict = new TrustFixture().verifier(KEY, EC).verify(token);
        assertThat(verdict.failed()).as(what).isTrue();
        assertThat(verdict.cause()).isInstanceOf(TokenRefused.class);
        assertThat(verdict.cause().getMessage()).matches("[ -~&&[^\"\\\\]]+");
    }

    @Test
    void aGoodOneIsNot() {
        assertThat(new TrustFixture().verifier(KEY, EC).verify(good()).succeeded())
                .isTrue();
    }

    @Test
    void anExpiredOneIsRefusedAlthoughItWasKept() {
        var clock = new TrustFixture.Moving();
        var verifier = new TrustFixture().verifier(clock, KEY);
        assertThat(verifier.verify(good()).succeeded()).isTrue();
        clock.forward(java.time.Duration.ofHours(1));
        assertThat(verifier.verify(good()).failed()).isTrue();
    }

    /** Domain.md, rule 40: the skew that issuers' clocks may have buys no longer life. */
    @Test
    void anHourIsTheLongestLifeUnlessTheIssuersConfigurationSaysOtherwise() {
        var ahead = Forge.good(KEY, Forge.NOW).claim("iat", NOW + 60).claim("exp", NOW + 3_660);
        assertThat(verify(ahead.token())).isTrue();
        assertThat(verify(ahead.claim("exp", NOW + 3_661).token())).isFalse();

        var day = Forge.good(KEY, Forge.NOW).claim("exp", NOW + 86_400).token();
        var lenient = new TrustFixture().set("default.longest-life", "P1D");
        assertThat(lenient.verifier(KEY).verify(day).succeeded()).isTrue();
        var strict = new TrustFixture().set("default.longest-life", "PT10M");
        assertThat(strict.verifier(KEY).verify(good()).failed()).isTrue();
    }

    /** Domain.md, rule 40. */
    @Test
    void whatWasVerifiedEndsWithItsKey() {
        var clock = new TrustFixture.Moving();
        var published = new AtomicReference<>(Future.succeededFuture(Forge.jwks(KEY, EC)));
        var verifier = new TrustFixture().verifier(clock, published::get);
        assertThat(verifier.verify(good()).succeeded()).isTrue();
        assertThat(verifier.known(good())).isNotNull();

        published.set(Future.succeededFuture(Forge.jwks(EC)));
        clock.forward(IssuerKeys.STALE.plusSeconds(1));
        assertThat(verifier.known(good())).isNull();
        assertThat(verifier.verify(good()).cause()).isInstanceOf(TokenRefused.class);
    }

    @Test
    void whatWasVerifiedHoldsWhileTheIssuerIsAway() {
        var clock = new TrustFixture.Moving();
        var published = new AtomicReference<>(Future.succeededFuture(Forge.jwks(KEY)));
        var verifier = new TrustFixture().verifier(clock, published::get);
        assertThat(verifier.verify(good()).succeeded()).isTrue();

        published.set(Future.failedFuture("the issuer is down"));
        clock.forward(IssuerKeys.STALE.plusSeconds(1));
        assertThat(verifier.verify(good()).succeeded()).isTrue();
        assertThat(verifier.known(good())).isNotNull();
    }

    @Test
    void aLaunchedSessionIsRefusedWhereItLivesLongerThanAQuarterOfAnHour() {
        var launched = launched();
        assertThat(verify(launched.token())).isTrue();
        assertThat(verify(launched.claim("exp", NOW + 901).token())).isFalse();
        assertThat(verify(launched().claim("iat", null).token())).isFalse();
        assertThat(verify(launched().claim("sid", null).token())).isFalse();
        assertThat(verify(launched().claim("act", null).token())).isFalse();
        assertThat(verify(launched().claim("customer_id", null).token())).isFalse();
        assertThat(verify(launched().claim("groups", List.of("vendor-operator")).token()))
                .isFalse();
    }

    private static boolean verify(String token) {
        return new TrustFixture().verifier(KEY).verify(token).succeeded();
    }

    private static Forge launched() {
        return Forge.good(KEY, Forge.NOW)
                .claim("iss", Tokens.LAUNCH_ISSUER)
                .claim("exp", NOW + 900)
                .claim("customer_id", "01930000-0000-7000-8000-0000000000c1")
                .claim("sid", "s1")
                .claim("act", Map.of("sub", "sam"));
    }
}
