package dev.kontor.platform.web.input;

import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.SmallRyeConfigBuilderCustomizer;

/**
 * Lets gateway and services see every target, and say what is wrong with it. Left to itself Quarkus answers those that
 * {@link java.net.URI} can't read with a bare 400, before anybody is asked. What tells it not to is a property that it reads
 * once, and only the configuration is made before that.
 */
public final class TargetsAsTheyCome implements SmallRyeConfigBuilderCustomizer {

    @Override
    public void configBuilder(SmallRyeConfigBuilder builder) {
        System.setProperty("vertx.disableURIValidation", "true");
    }
}
