package dev.kontor.platform.security;

import jakarta.enterprise.context.RequestScoped;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Who is calling, as the passport of this request says. */
@RequestScoped
public class Caller {

    /** The kinds of principal (domain.md, "Principals"), and other services of the suite. */
    public enum Kind {
        PARTNER,
        CUSTOMER,
        LAUNCHED,
        OPERATOR,
        REPORTER,
        SERVICE,
        ANONYMOUS
    }

    private static final Map<String, Kind> KINDS = Arrays.stream(Kind.values())
            .collect(Collectors.toUnmodifiableMap(k -> k.name().toLowerCase(Locale.ROOT), k -> k));

    private final JsonWebToken passport;

    Caller(JsonWebToken passport) {
        this.passport = passport;
    }

    public Kind kind() {
        if (passport.getRawToken() == null) {
            return Kind.ANONYMOUS;
        }
        var kind = claim("kind");
        return kind == null ? Kind.SERVICE : KINDS.getOrDefault(kind, Kind.ANONYMOUS);
    }

    /** The subject, prefixed with its issuer's alias unless that is the default issuer. */
    public String subject() {
        return passport.getSubject();
    }

    /** The partner acted for; null for customers' administrators, operators, reporters and services. */
    public UUID partnerId() {
        return id("partner_id");
    }

    /** The one customer this caller is confined to; null where it is not. */
    public UUID customerId() {
        return id("customer_id");
    }

    /** The partner role's claim value, such as {@code partner-admin}; null for others. */
    public String role() {
        return claim("role");
    }

    public Set<String> programs() {
        var programs = passport.<JsonArray>claim("programs").orElse(null);
        return programs == null
                ? Set.of()
                : programs.getValuesAs(JsonString.class).stream()
                        .map(JsonString::getString)
                        .collect(Collectors.toUnmodifiableSet());
    }

    /** What the gateway resolved of role, scopes and programmes; empty for callers without a passport. */
    public Set<String> permissions() {
        return passport.getGroups() == null ? Set.of() : passport.getGroups();
    }

    public boolean may(String permission) {
        return permissions().contains(permission);
    }

    /** True for super-admins; everyone else sees what is assigned to them. */
    public boolean seesAllByPassport() {
        return "all".equals(claim("customers"));
    }

    /** Who acts in a launched session (RFC 8693 {@code act}); null elsewhere. */
    public String actor() {
        return passport.<JsonObject>claim("act")
                .map(act -> act.getString("sub", null))
                .orElse(null);
    }

    /** The launched session's id; null elsewhere. */
    public UUID sessionId() {
        return id("sid");
    }

    private UUID id(String claim) {
        var value = claim(claim);
        return value == null ? null : UUID.fromString(value);
    }

    private String claim(String name) {
        return passport.<Object>claim(name).map(Object::toString).orElse(null);
    }
}
