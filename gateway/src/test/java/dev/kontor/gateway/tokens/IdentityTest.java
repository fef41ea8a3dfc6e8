package dev.kontor.gateway.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kontor.gateway.policy.Kind;
import dev.kontor.gateway.policy.Principal;
import dev.kontor.gateway.policy.Role;
import java.util.List;
import java.util.Map;
import org.jose4j.jwk.PublicJsonWebKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentityTest {

    private static final PublicJsonWebKey KEY = Forge.rsa("k1");
    private static final String CUSTOMER = "01930000-0000-7000-8000-0000000000c1";
    private static final String OKTA = "https://okta.example";

    @ParameterizedTest
    @CsvSource({
        "partner-super-admin,    PARTNER,  SUPER_ADMIN",
        "partner-admin,          PARTNER,  ADMIN",
        "partner-business-admin, PARTNER,  BUSINESS_ADMIN",
        "partner-help-desk,      PARTNER,  HELP_DESK",
        "partner-read-only,      PARTNER,  READ_ONLY",
        "customer-admin,         CUSTOMER, ",
        "vendor-operator,        OPERATOR, ",
        "usage-reporter,         REPORTER, ",
    })
    void oneGroupDecides(String group, Kind kind, Role role) {
        var principal = principal(new TrustFixture(), good().claim("groups", List.of("everyone", group)));
        assertThat(principal.kind()).isEqualTo(kind);
        assertThat(principal.role()).isEqualTo(role);
        assertThat(principal.partnerId() != null).isEqualTo(kind == Kind.PARTNER);
        assertThat(principal.customerId() != null).isEqualTo(kind == Kind.CUSTOMER);
    }

    @Test
    void scopesAndTheWayTheTokenCameAreRead() {
        var principal = principal(
                new TrustFixture(),
                good().claim("scope", "customers:read  billing:read").claim("gty", "client-credentials"));
        assertThat(principal.scopes()).containsExactlyInAnyOrder("customers:read", "billing:read");
        assertThat(principal.clientCredentials()).isTrue();
        assertThat(principal.programs()).containsExactly("msp-flex");
    }

    @Test
    void aClientWithoutAnyPermissionAmongItsScopesHasItsIssuersDefaultOnes() {
        var trust = new TrustFixture().set("default.default-scopes", "customers:read,licenses:read");
        var client = good().claim("gty", "client-credentials");
        assertThat(principal(trust, client).scopes()).containsExactlyInAnyOrder("customers:read", "licenses:read");
        assertThat(principal(trust, client.claim("scope", "token offline_access"))
                        .scopes())
                .containsExactlyInAnyOrder("customers:read", "licenses:read");
        assertThat(principal(trust, client.claim("scope", "token billing:read")).scopes())
                .containsExactlyInAnyOrder("token", "billing:read");
        assertThat(principal(new TrustFixture(), client.claim("scope", "token")).scopes())
                .containsExactly("token");
        assertThat(principal(trust, good().claim("scope", "openid")).scopes()).containsExactly("openid");
    }

    @Test
    void defaultScopesArePermissions() {
        var trust = new TrustFixture().set("default.default-scopes", "customers:raed");
        assertThatThrownBy(() -> trust.verifier(KEY)).hasMessageContaining("kontor.issuers.default.default-scopes");
    }

    @Test
    void anotherIssuersSubjectsCarryItsAlias() {
        var trust = okta().set("okta.groups", "partner-admin");
        var principal = principal(trust, good().claim("iss", OKTA).claim("groups", List.of("partner-admin")));
        assertThat(principal.subject()).isEqualTo("okta:sam");
    }

    @Test
    void theDefaultIssuerCanNotNameASubjectOfAnother() {
        var trust = okta().set("okta.groups", "partner-admin");
        assertThat(verify(trust, good().claim("sub", "okta:sam"))).isFalse();
        assertThat(verify(trust, good().claim("sub", "urn:sam"))).isTrue();
    }

    @Test
    void anIssuerAssertsOnlyTheGroupsItIsAllowed() {
        assertThat(verify(okta(), good().claim("iss", OKTA))).isFalse();
        var trust = okta().set("okta.groups", "partner-admin");
        assertThat(verify(trust, good().claim("iss", OKTA))).isFalse();
        assertThat(verify(trust, good().claim("iss", OKTA).claim("groups", List.of("vendor-operator"))))
                .isFalse();
    }

    @Test
    void anIssuerSpeaksOnlyForThePartnersItIsAllowed() {
        var trust = okta().set("okta.groups", "partner-super-admin")
                .set("okta.partners", "01930000-0000-7000-8000-000000000009");
        assertThat(verify(trust, good().claim("iss", OKTA))).isFalse();
        assertThat(verify(trust, good().claim("iss", OKTA).claim("partner_id", "01930000-0000-7000-8000-000000000009")))
                .isTrue();
    }

    /** One that is confined to partners would otherwise switch any customer's consent. */
    @Test
    void anIssuerConfinedToPartnersSpeaksOnlyForTheCustomersItIsAllowed() {
        var ours = "01930000-0000-7000-8000-0000000000c9";
        var token = good().claim("iss", OKTA).claim("groups", List.of("customer-admin"));
        assertThat(verify(okta().set("okta.groups", "customer-admin"), token)).isTrue();

        var confined = okta().set("okta.groups", "customer-admin")
                .set("okta.partners", "01930000-0000-7000-8000-000000000009");
        assertThat(verify(confined, token)).isFalse();
        confined.set("okta.customers", ours);
        assertThat(verify(confined, token)).isFalse();
        assertThat(verify(confined, token.claim("customer_id", ours))).isTrue();

        var byCustomers = okta().set("okta.groups", "customer-admin").set("okta.customers", ours);
        assertThat(verify(byCustomers, token)).isTrue();
        assertThat(verify(byCustomers, token.claim("customer_id", CUSTOMER))).isFalse();
    }

    @Test
    void nobodyButTheLaunchIssuerMakesLaunchedSessions() {
        var principal = principal(
                new TrustFixture(),
                good().claim("customer_id", CUSTOMER).claim("sid", "s1").claim("act", Map.of("sub", "eve")));
        assertThat(principal.kind()).isEqualTo(Kind.PARTNER);
        assertThat(principal.customerId()).isNull();
        assertThat(principal.actor()).isNull();
    }

    @Test
    void claimsCanBeElsewhere() {
        var trust = new TrustFixture()
                .set("default.claims.groups", "/realm_access/roles")
                .set("default.claims.partner", "https://msp.example/partner");
        var principal = principal(
                trust,
                good().claim("groups", null)
                        .claim("realm_access", Map.of("roles", List.of("partner-read-only", "offline_access")))
                        .claim("https://msp.example/partner", "01930000-0000-7000-8000-000000000002"));
        assertThat(principal.role()).isEqualTo(Role.READ_ONLY);
        assertThat(principal.partnerId().toString()).endsWith("02");
    }

    @Test
    void keycloaksTokensCanBeMapped() {
        var trust = new TrustFixture()
                .issuer("kc", "https://kc.example/realms/msp")
                .set("kc.types", "JWT")
                .set("kc.groups", "partner-admin")
                .set("kc.claims.groups", "/realm_access/roles")
                .set("kc.claims.subject", "preferred_username")
                .set("kc.claims.grant-type", "/kontor/client")
                .set("kc.claims.automation", "service-account");
        var principal = principal(
                trust,
                good().header("typ", "JWT")
                        .claim("iss", "https://kc.example/realms/msp")
                        .claim("sub", "0f3b")
                        .claim("preferred_username", "service-account-sync")
                        .claim("groups", List.of("/msp"))
                        .claim("realm_access", Map.of("roles", List.of("offline_access", "partner-admin")))
                        .claim("kontor", Map.of("client", "service-account")));
        assertThat(principal.subject()).isEqualTo("kc:service-account-sync");
        assertThat(principal.role()).isEqualTo(Role.ADMIN);
        assertThat(principal.clientCredentials()).isTrue();
    }

    @Test
    void entrasTokensCanBeMapped() {
        var trust = new TrustFixture()
                .issuer("entra", "https://login.example/tenant/v2.0")
                .set("entra.types", "JWT")
                .set("entra.audience", "api://kontor")
                .set("entra.groups", "partner-read-only")
                .set("entra.claims.groups", "roles")
                .set("entra.claims.subject", "oid")
                .set("entra.claims.scope", "scp")
                .set("entra.claims.partner", "extn.partner")
                .set("entra.claims.grant-type", "idtyp")
                .set("entra.claims.automation", "app");
        var principal = principal(
                trust,
                good().header("typ", "JWT")
                        .claim("iss", "https://login.example/tenant/v2.0")
                        .claim("aud", "api://kontor")
                        .claim("oid", "7d1c")
                        .claim("groups", null)
                        .claim("roles", List.of("partner-read-only"))
                        .claim("scp", "customers:read")
                        .claim("partner_id", null)
                        .claim("extn.partner", "01930000-0000-7000-8000-000000000002")
                        .claim("idtyp", "app"));
        assertThat(principal.subject()).isEqualTo("entra:7d1c");
        assertThat(principal.scopes()).containsExactly("customers:read");
        assertThat(principal.partnerId().toString()).endsWith("02");
        assertThat(principal.clientCredentials()).isTrue();
    }

    @Test
    void auth0sTokensCanBeMapped() {
        var trust = new TrustFixture()
                .issuer("auth0", "https://msp.auth.example/")
                .set("auth0.types", "JWT")
                .set("auth0.groups", "partner-help-desk")
                .set("auth0.claims.groups", "https://msp.example/roles")
                .set("auth0.claims.subject", "https://msp.example/name")
                .set("auth0.claims.scope", "permissions");
        var principal = principal(
                trust,
                good().header("typ", "JWT")
                        .claim("iss", "https://msp.auth.example/")
                        .claim("sub", "auth0|5f7c8ec7")
                        .claim("groups", null)
                        .claim("https://msp.example/name", "sam@msp.example")
                        .claim("https://msp.example/roles", List.of("partner-help-desk"))
                        .claim("permissions", List.of("customers:read", "groups:read")));
        assertThat(principal.subject()).isEqualTo("auth0:sam@msp.example");
        assertThat(principal.scopes()).containsExactlyInAnyOrder("customers:read", "groups:read");
    }

    @Test
    void typeJwtIsTakenWhereTheConfigurationSaysSo() {
        var jwt = good().header("typ", "JWT");
        assertThat(verify(new TrustFixture(), jwt)).isFalse();
        assertThat(verify(new TrustFixture().set("default.types", "at+jwt,jwt"), jwt))
                .isTrue();
        assertThat(verify(new TrustFixture(), good().header("typ", "application/at+JWT")))
                .isTrue();
    }

    @Test
    void ellipticAndEdwardsSignaturesAreTakenToo() {
        for (var key : List.of(Forge.ec("ec1"), Forge.ed25519("ed1"))) {
            var algorithm = key.getKeyType().equals("EC") ? "ES256" : "EdDSA";
            var token = Forge.good(key, Forge.NOW).header("alg", algorithm).token();
            assertThat(new TrustFixture().verifier(KEY, key).verify(token).succeeded())
                    .as(algorithm)
                    .isTrue();
        }
    }

    private static TrustFixture okta() {
        return new TrustFixture().issuer("okta", OKTA);
    }

    private static Forge good() {
        return Forge.good(KEY, Forge.NOW).claim("customer_id", CUSTOMER);
    }

    private static boolean verify(TrustFixture trust, Forge token) {
        return trust.verifier(KEY).verify(token.token()).succeeded();
    }

    private static Principal principal(TrustFixture trust, Forge token) {
        var verdict = trust.verifier(KEY).verify(token.token());
        assertThat(verdict.cause()).isNull();
        return verdict.result().principal();
    }
}
