package dev.kontor.testkit;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;

/** Passports as the gateway mints them, and as other services show them; ready for an {@code Authorization} header. */
public final class Passports {

    private static final List<String> READS = List.of(
            "customers:read", "licenses:read", "groups:read", "billing:read", "access-log:read", "reports:export");
    private static final List<String> EVERYTHING = List.of(
            "customers:read",
            "licenses:read",
            "groups:read",
            "customers:write",
            "customers:create",
            "customers:disconnect",
            "customers:launch",
            "assistance:request",
            "groups:manage",
            "licenses:manage",
            "branding:manage",
            "dashboards:manage",
            "reports:export",
            "billing:read",
            "billing:manage",
            "access-log:read",
            "integrations:manage");

    private final JwtClaims claims = new JwtClaims();
    private String type = "passport+jwt";

    private Passports(String issuer, String audience, String subject, Collection<String> permissions) {
        claims.setIssuer(issuer);
        claims.setAudience(audience);
        claims.setSubject(subject);
        claims.setIssuedAtToNow();
        claims.setExpirationTimeMinutesInTheFuture(60);
        claims.setStringListClaim("permissions", List.copyOf(permissions));
    }

    private static Passports passport(String kind, String subject, Collection<String> permissions) {
        var passport = new Passports("kontor-gateway", "kontor", subject, permissions);
        passport.claims.setStringClaim("kind", kind);
        return passport;
    }

    /** Every permission, both programs, all customers. */
    public static String partnerSuperAdmin(UUID partnerId) {
        return partner(partnerId, "super-admin@" + partnerId, "partner-super-admin", EVERYTHING)
                .with("customers", "all")
                .bearer();
    }

    /** Reads only, and only what is assigned to it. */
    public static String partnerReadOnly(UUID partnerId) {
        return partner(partnerId, "read-only@" + partnerId, "partner-read-only", READS)
                .bearer();
    }

    /** A partner principal that sees what is assigned to it; add claims with {@link #with}. */
    public static Passports partner(UUID partnerId, String subject, String role, Collection<String> permissions) {
        return passport("partner", subject, permissions)
                .with("partner_id", partnerId.toString())
                .with("role", role)
                .with("customers", "assigned")
                .with("programs", List.of("msp-flex", "msp-flex-connect"));
    }

    public static String customerAdmin(UUID customerId) {
        return passport("customer", "customer-admin@" + customerId, Set.of("customer-admin"))
                .with("customer_id", customerId.toString())
                .bearer();
    }

    public static String operator() {
        return operator("operator");
    }

    public static String operator(String subject) {
        return passport("operator", subject, Set.of("vendor-operator")).bearer();
    }

    public static String usageReporter() {
        return usageReporter("usage-reporter");
    }

    public static String usageReporter(String subject) {
        return passport("reporter", subject, Set.of("usage-reporter")).bearer();
    }

    public static String anonymous() {
        return passport("anonymous", "anonymous", Set.of()).bearer();
    }

    /** Another service asking {@code callee} on its {@code /internal} paths. */
    public static String internal(String caller, String callee) {
        return service(caller, callee).bearer();
    }

    /** The same; add what such a passport may not say with {@link #with}. */
    public static Passports service(String caller, String callee) {
        var passport = new Passports("kontor-" + caller, "kontor-" + callee, "kontor-" + caller, Set.of("internal"));
        passport.type = "service+jwt";
        return passport;
    }

    /** Sets a claim, or takes it away with null. */
    public Passports with(String claim, Object value) {
        if (value == null) {
            claims.unsetClaim(claim);
        } else {
            claims.setClaim(claim, value);
        }
        return this;
    }

    public String bearer() {
        var key = TestKeys.key();
        var signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setKey(key.getPrivateKey());
        signature.setKeyIdHeaderValue(key.getKeyId());
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        signature.setHeader("typ", type);
        try {
            return "Bearer " + signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }
}
