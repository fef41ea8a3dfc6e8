package dev.kontor.gateway.limits;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much anyone may ask, {@code kontor.limits.*}; the numbers stand in {@code application.properties}. */
@ConfigMapping(prefix = "kontor.limits")
public interface LimitSettings {

    /** For each issuer and subject. */
    Quota client();

    /** For all clients of a partner together. */
    Quota partner();

    /** For each address, where no token says who is calling. */
    Quota address();

    /** How many requests of a partner, or of who has none, may be under way at a time on each replica. */
    int open();

    /** How many clients, partners and addresses are remembered, each. */
    @WithDefault("100000")
    int remembered();

    /** How often replicas tell each other what they let through; zero, and each counts for itself. */
    @WithDefault("PT0.5S")
    Duration exchange();

    /** A rate in requests a second, and how many may come at once after a rest. */
    interface Quota {
        int rate();

        int burst();
    }
}
