package dev.kontor.testkit;

import io.quarkus.test.junit.callback.QuarkusTestAfterConstructCallback;
import java.time.Duration;
import org.awaitility.Awaitility;

/** How long a test waits for what must come: long, for whoever waits longer than usual is on a busy machine, not wrong. */
public final class Patience implements QuarkusTestAfterConstructCallback {

    private static final Duration LONGEST = Duration.ofSeconds(60);

    @Override
    public void afterConstruct(Object testInstance) {
        Awaitility.setDefaultTimeout(LONGEST);
    }
}
