package dev.kontor.platform.security.notes;

import static dev.kontor.testkit.ProblemAssert.problem;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.kontor.testkit.KontorServers;
import dev.kontor.testkit.Passports;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;

/** Whom a service believes (architecture decision 1). */
@QuarkusTest
@WithTestResource(KontorServers.class)
class PassportTest {

    @Test
    void withoutAPassportNothingIsAnswered() {
        problem(given().get("/v1/notes"), 401, "unauthenticated").header("WWW-Authenticate", "Bearer");
    }

    @Test
    void aPassportSignedByAnyoneElseIsNotBelieved() throws JoseException {
        problem(list(forged("RS256", "kontor-gateway", "passport+jwt")), 401, "unauthenticated");
    }

    @Test
    void aServiceCannotSpeakAsThePartnerItKnows() {
        // Signed by a trusted service's key, but it claims what only the gateway may.
        problem(
                list(Passports.partner(UUID.randomUUID(), "x", "partner-super-admin", Set.of("customers:read"))
                        .with("iss", "kontor-billing")
                        .bearer()),
                401,
                "unauthenticated");
    }

    @Test
    void aPassportForAnotherServiceIsNotBelieved() {
        problem(list(Passports.internal("billing", "customers")), 401, "unauthenticated");
    }

    @Test
    void anotherServicesPassportOpensInternalPathsOnly() {
        problem(list(Passports.internal("billing", "notes")), 403, "role-required");
    }

    @Test
    void anotherServiceMayWhatServicesMayWhateverItsPassportSays() {
        var aPartners = Passports.service("billing", "notes")
                .with("sub", "super-admin")
                .with("kind", "partner")
                .with("partner_id", UUID.randomUUID().toString())
                .with("role", "partner-super-admin")
                .with("customers", "all")
                .with("permissions", List.of("customers:read", "internal"))
                .bearer();
        problem(list(aPartners), 403, "role-required");
        given().header("Authorization", aPartners)
                .get("/internal/caller")
                .then()
                .statusCode(200)
                .body("kind", equalTo("SERVICE"))
                .body("subject", equalTo("kontor-billing"))
                .body("partnerId", nullValue())
                .body("permissions", contains("internal"));
    }

    @Test
    void anotherServiceFindsNoPublicPathOpenThatAsksForAnyPassport() {
        given().header("Authorization", Passports.usageReporter())
                .get("/v1/plain/any")
                .then()
                .statusCode(204);
        problem(
                given().header("Authorization", Passports.internal("billing", "notes"))
                        .get("/v1/plain/any"),
                403,
                "role-required");
    }

    @Test
    void anExpiredPassportIsNotBelieved() {
        problem(
                list(Passports.partner(UUID.randomUUID(), "x", "partner-super-admin", Set.of("customers:read"))
                        .with("exp", 1_000_000)
                        .bearer()),
                401,
                "unauthenticated");
    }

    @Test
    void aPassportWithoutThePermissionIsRefused() {
        problem(list(Passports.usageReporter()), 403, "role-required");
    }

    private static io.restassured.response.Response list(String passport) {
        return given().header("Authorization", passport).get("/v1/notes");
    }

    private static String forged(String algorithm, String issuer, String type) throws JoseException {
        var key = RsaJwkGenerator.generateJwk(2048);
        var claims = new JwtClaims();
        claims.setIssuer(issuer);
        claims.setAudience("kontor");
        claims.setSubject("forger");
        claims.setExpirationTimeMinutesInTheFuture(5);
        claims.setStringListClaim("permissions", "customers:read");
        var signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setKey(key.getPrivateKey());
        signature.setKeyIdHeaderValue("test");
        signature.setAlgorithmHeaderValue(algorithm);
        signature.setHeader("typ", type);
        return "Bearer " + signature.getCompactSerialization();
    }
}
