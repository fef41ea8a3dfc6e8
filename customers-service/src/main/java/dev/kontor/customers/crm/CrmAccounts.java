package dev.kontor.customers.crm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.kontor.customers.CrmReason;
import dev.kontor.platform.clock.RealTime;
import io.vertx.core.http.HttpMethod;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.UUID;

/** Salesforce's REST API as far as a name needs it: a token by client credentials, and {@code PATCH} of the account. */
@ApplicationScoped
class CrmAccounts {

    private static final Duration TOKEN_REUSED = Duration.ofMinutes(10);
    private static final int MOST_TOKENS = 10_000;

    private final CrmHttp http;
    private final SecretSeal seal;
    private final ObjectMapper mapper;
    private final CrmConfig config;
    private final Cache<TokenOf, String> tokens = Caffeine.newBuilder()
            .maximumSize(MOST_TOKENS)
            .expireAfterWrite(TOKEN_REUSED)
            .build();

    CrmAccounts(CrmHttp http, SecretSeal seal, ObjectMapper mapper, CrmConfig config) {
        this.http = http;
        this.seal = seal;
        this.mapper = mapper;
        this.config = config;
    }

    /** Where to, and who asks. */
    record Connection(UUID partnerId, long version, String baseUrl, String clientId, byte[] secret) {}

    /** A token is good for the connection it was got with, not for one that was changed since. */
    private record TokenOf(UUID partnerId, long version) {}

    /** Gives the account that name; once more with a new token where the old one is refused. */
    void rename(Connection connection, String accountId, String name) throws CrmFailure {
        var base = CrmUrl.read(connection.baseUrl()).orElseThrow(() -> CrmFailure.of(CrmReason.ADDRESS_REFUSED));
        var key = new TokenOf(connection.partnerId(), connection.version());
        var known = tokens.getIfPresent(key);
        var answer = patch(base, known == null ? newToken(base, connection, key) : known, accountId, name);
        if (!answer.isGood() && CrmAnswer.of(answer, mapper).isOfToken()) {
            tokens.invalidate(key);
            answer = patch(base, newToken(base, connection, key), accountId, name);
        }
        if (!answer.isGood()) {
            throw CrmAnswer.of(answer, mapper).ofAccount();
        }
    }

    private CrmHttp.Answer patch(CrmUrl base, String token, String accountId, String name) throws CrmFailure {
        return http.send(
                HttpMethod.PATCH,
                base,
                "/services/data/" + config.apiVersion() + "/sobjects/Account/" + accountId,
                Map.of(
                        "Authorization", "Bearer " + token,
                        "Content-Type", "application/json",
                        "Accept", "application/json"),
                body(name));
    }

    private String newToken(CrmUrl base, Connection connection, TokenOf key) throws CrmFailure {
        var secret = seal.open(connection.partnerId(), connection.secret());
        var answer = http.send(
                HttpMethod.POST,
                base,
                "/services/oauth2/token",
                Map.of("Content-Type", "application/x-www-form-urlencoded", "Accept", "application/json"),
                "grant_type=client_credentials&client_id=" + encode(connection.clientId()) + "&client_secret="
                        + encode(secret));
        if (!answer.isGood()) {
            // RFC 6749, section 5.2: bad credentials are 400 or 401.
            throw CrmAnswer.of(answer, mapper).ofCredentials();
        }
        var token = token(answer.body());
        tokens.put(key, token);
        return token;
    }

    private String token(String body) throws CrmFailure {
        try {
            var token = mapper.readTree(body).path("access_token").asText("");
            // What goes into a header is one printable word, whoever sent it.
            if (token.matches("[\\x21-\\x7e]{1,8000}")) {
                return token;
            }
        } catch (JsonProcessingException e) {
            // No JSON, no token.
        }
        throw CrmFailure.of(CrmReason.CRM_FAILED);
    }

    /** Seconds or a date (RFC 9110, section 10.2.3); zero where there is neither. */
    static Duration retryAfter(String header) {
        if (header == null) {
            return Duration.ZERO;
        }
        if (header.strip().matches("\\d{1,9}")) {
            return Duration.ofSeconds(Long.parseLong(header.strip()));
        }
        try {
            var at = ZonedDateTime.parse(header.strip(), DateTimeFormatter.RFC_1123_DATE_TIME);
            var left = Duration.between(RealTime.clock().instant(), at);
            return left.isNegative() ? Duration.ZERO : left;
        } catch (DateTimeException e) {
            return Duration.ZERO;
        }
    }

    private String body(String name) {
        try {
            return mapper.writeValueAsString(Map.of("Name", name));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
