package dev.kontor.gateway.partnerapi;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kontor.gateway.upstream.Questions;
import dev.kontor.platform.web.Problems;
import io.vertx.core.Future;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** The issuer that gives automation clients their tokens; the gateway hands credentials on and keeps nothing of them. */
@Singleton
class TokenEndpoint {

    private static final Logger LOG = Logger.getLogger(TokenEndpoint.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final long DEFAULT_LIFE_SECONDS = 3_600;
    /** What is left of the scopes is the client's own at the issuer: the vendor's clients all ask for {@code token}. */
    private static final String FORM = "grant_type=client_credentials";

    private final Questions questions;
    private final Optional<URI> address;

    TokenEndpoint(
            Questions questions, @ConfigProperty(name = "kontor.partner-api.token-endpoint") Optional<URI> address) {
        this.questions = questions;
        this.address = address;
    }

    /** An access token, and how many seconds it lives. */
    record Token(String value, long life) {

        private static Optional<Token> of(JsonNode answer) {
            var value = answer.path("access_token").asText();
            return value.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Token(value, answer.path("expires_in").asLong(DEFAULT_LIFE_SECONDS)));
        }
    }

    boolean isThere() {
        return address.isPresent();
    }

    /** Empty where the issuer refuses the client; fails with 503 where it does not answer. */
    Future<Optional<Token>> tokenFor(String client, String secret) {
        return questions
                .post(address.orElseThrow(), basic(client, secret), FORM, PATIENCE)
                .transform(answer -> {
                    if (answer.succeeded() && answer.result().status() / 100 == 4) {
                        return Future.succeededFuture(Optional.empty());
                    }
                    if (answer.succeeded() && answer.result().ok()) {
                        try {
                            var token = Token.of(answer.result().json());
                            if (token.isPresent()) {
                                return Future.succeededFuture(token);
                            }
                        } catch (UncheckedIOException unreadable) {
                            // As if it had not answered.
                        }
                    }
                    LOG.warnf(
                            "The token endpoint gives no token: %s",
                            answer.succeeded()
                                    ? answer.result().status()
                                    : answer.cause().getMessage());
                    return Future.failedFuture(Problems.unavailable(PATIENCE));
                });
    }

    /** As RFC 6749, section 2.3.1, has every issuer take it. */
    private static String basic(String client, String secret) {
        var credentials = encode(client) + ":" + encode(secret);
        return "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
