package dev.kontor.gateway.consent;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.MultiMap;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jboss.logging.Logger;

/**
 * What the owner's answer to a write says has become of what this gateway holds in memory: the same records as on the topic, a moment
 * sooner, so that the caller's next call is decided by its write without a question.
 */
@Singleton
public class News {

    /** Set by the owner, one value for each record: key and state, both as base64url, with a dot between them. */
    public static final String HEADER = "Kontor-News";

    private static final Logger LOG = Logger.getLogger(News.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Base64.Decoder BASE64 = Base64.getUrlDecoder();

    private final ConsentState state;
    private final Standings standings;

    News(ConsentState state, Standings standings) {
        this.state = state;
        this.standings = standings;
    }

    /** Whether the answer said what changed, all of which is in memory then. */
    public boolean heard(MultiMap headers) {
        var values = headers.getAll(HEADER);
        try {
            for (var value : values) {
                apply(value);
            }
            return !values.isEmpty();
        } catch (IOException | RuntimeException unreadable) {
            LOG.errorf("News from an owner can not be read: %s", unreadable.getMessage());
            return false;
        }
    }

    private void apply(String value) throws IOException {
        int dot = value.indexOf('.');
        var key = new String(BASE64.decode(value.substring(0, dot)), StandardCharsets.UTF_8);
        var told = JSON.readTree(BASE64.decode(value.substring(dot + 1)));
        if (!told.isObject() && !told.isNull()) {
            throw new IllegalArgumentException("no state of " + key);
        }
        state.apply(key, told.isNull() ? null : told);
        standings.forgetAnswers(key);
    }
}
