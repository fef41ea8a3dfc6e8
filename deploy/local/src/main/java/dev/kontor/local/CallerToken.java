package dev.kontor.local;

import com.nimbusds.oauth2.sdk.TokenRequest;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.nav.security.mock.oauth2.token.OAuth2TokenCallback;

/** Puts the claims of a caller's token together from the form fields of a token request. */
final class CallerToken implements OAuth2TokenCallback {

    static final Duration LIFE = Duration.ofHours(12);
    static final String AUDIENCE = "kontor";

    private final String issuer;

    CallerToken(String issuer) {
        this.issuer = issuer;
    }

    @Override
    public String issuerId() {
        return Issuer.ID;
    }

    @Override
    public String subject(TokenRequest request) {
        return first(request.getCustomParameters(), "subject");
    }

    @Override
    public String typeHeader(TokenRequest request) {
        return "at+jwt";
    }

    @Override
    public List<String> audience(TokenRequest request) {
        return List.of(AUDIENCE);
    }

    @Override
    public Map<String, Object> addClaims(TokenRequest request) {
        var form = new LinkedHashMap<String, List<String>>(request.getCustomParameters());
        if (request.getScope() != null) {
            form.put("scope", List.of(request.getScope().toString()));
        }
        return claims(issuer, form);
    }

    @Override
    public long tokenExpiry() {
        return LIFE.toSeconds();
    }

    static Map<String, Object> claims(String issuer, Map<String, List<String>> form) {
        var claims = new LinkedHashMap<String, Object>();
        // The host somebody happened to call must not end up in the token.
        claims.put("iss", issuer);
        claims.put("groups", form.getOrDefault("role", List.of()));
        for (var name : List.of("partner_id", "customer_id", "scope")) {
            if (first(form, name) != null) {
                claims.put(name, first(form, name));
            }
        }
        if (first(form, "partner_id") != null) {
            var programs = first(form, "programs");
            claims.put("programs", programs == null ? List.of() : List.of(programs.split(" ")));
        }
        if (form.containsKey("automation")) {
            claims.put("client_id", first(form, "subject"));
            claims.put("azp", first(form, "subject"));
            claims.put("gty", "client-credentials");
        } else {
            claims.put("client_id", "kontor-console");
            claims.put("azp", "kontor-console");
        }
        return claims;
    }

    private static String first(Map<String, List<String>> form, String name) {
        return form.getOrDefault(name, List.of()).stream().findFirst().orElse(null);
    }
}
