package dev.kontor.platform.kafka;

import io.quarkus.kafka.client.runtime.KafkaRuntimeConfigProducer;
import io.quarkus.runtime.ApplicationConfig;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;

/** Reads a deployment's environment as Quarkus does at the start of a process. */
final class Environment {

    private Environment() {}

    static Map<String, Object> read(Map<String, String> variables) {
        var config = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withMapping(ApplicationConfig.class)
                .withSources(new EnvConfigSource(variables, 300))
                .withDefaultValue("quarkus.application.name", "kontor-customers")
                .build();
        return new KafkaRuntimeConfigProducer()
                .createKafkaRuntimeConfig(config, config.getConfigMapping(ApplicationConfig.class));
    }
}
