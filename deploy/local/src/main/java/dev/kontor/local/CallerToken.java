package dev.kontor.local;

import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.PlainClientSecret;
import com.nimbusds.oauth2.sdk.id.Identifier;
import java.time.Clock;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.nav.security.mock.oauth2.OAuth2Exception;
import no.nav.security.mock.oauth2.token.OAuth2TokenCallback;

/** Puts the claims of a caller's token together from the form fields of a token request. */
final class CallerToken implements OAuth2TokenCallback {

    static final Duration LIFE = Duration.ofHours(1);
    static final String AUDIENCE = "kontor";
    /** The form field that says how long one token lives. */
    static final String LIFE_FIELD = "token_life";

    private final String issuer;
    private final Duration life;
    private final Clients clients;

    /** @param life how long tokens live whose request says nothing of it */
    CallerToken(String issuer, Duration life, Clients clients) {
        this.issuer = issuer;
        this.life = life;
        this.clients = clients;
    }

    /** What {@code --token-life} takes: seconds, or a duration like {@code PT8H}. */
    static Duration life(String word) {
        try {
            var life = word.matches("[0-9]{1,9}") ? Duration.ofSeconds(Long.parseLong(word)) : Duration.parse(word);
            if (life.compareTo(Duration.ofSeconds(1)) >= 0) {
                return life;
            }
        } catch (DateTimeParseException unreadable) {
            // Refused below.
        }
        throw new Refusal("--token-life takes seconds or a duration like PT8H, not " + word);
    }

    @Override
    public String issuerId() {
        return Issuer.ID;
    }

    @Override
    public String subject(TokenRequest request) {
        return client(request)
                .map(CallerToken::subjectOf)
                .orElseGet(() -> first(request.getCustomParameters(), "subject"));
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
        client(request).ifPresent(partner -> form.putAll(automation(partner)));
        if (request.getScope() != null) {
            form.put("scope", List.of(request.getScope().toString()));
        }
        var claims = claims(issuer, form);
        if (first(form, LIFE_FIELD) != null) {
            var now = Clock.systemUTC().instant();
            claims.put("iat", Date.from(now));
            claims.put("exp", Date.from(now.plus(life(first(form, LIFE_FIELD)))));
        }
        return claims;
    }

    @Override
    public long tokenExpiry() {
        return life.toSeconds();
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

    /** The partner whose automation client asks: whoever says no role, and is called by a partner's id. */
    private Optional<String> client(TokenRequest request) {
        if (request.getCustomParameters().containsKey("role")) {
            return Optional.empty();
        }
        var authentication = request.getClientAuthentication();
        return Optional.ofNullable(authentication == null ? request.getClientID() : authentication.getClientID())
                .map(Identifier::getValue)
                .filter(Clients::isOne)
                .map(id -> authenticated(id, authentication));
    }

    /** RFC 6749, sections 2.3.1 and 5.2. */
    private String authenticated(String id, ClientAuthentication authentication) {
        if (authentication instanceof PlainClientSecret plain
                && clients.admit(id, plain.getClientSecret().getValue())) {
            return id;
        }
        throw new OAuth2Exception(
                OAuth2Error.INVALID_CLIENT, "The client's secret is wrong; deploy/token --client prints it");
    }

    private static String subjectOf(String partner) {
        return "client@" + partner;
    }

    private static Map<String, List<String>> automation(String partner) {
        return Map.of(
                "subject", List.of(subjectOf(partner)),
                "role", List.of(Role.PARTNER_SUPER_ADMIN.claim()),
                "partner_id", List.of(partner),
                "programs", List.of("msp-flex msp-flex-connect"),
                "automation", List.of("true"));
    }

    private static String first(Map<String, List<String>> form, String name) {
        return form.getOrDefault(name, List.of()).stream().findFirst().orElse(null);
    }
}
