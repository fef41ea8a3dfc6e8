package dev.kontor.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The five processes of the suite, in the order of their ports. */
enum Service {
    GATEWAY(0, "gateway", false),
    CUSTOMERS(1, "customers-service", true),
    LICENSING(2, "licensing-service", true),
    BILLING(3, "billing-service", true),
    REPORTING(4, "reporting-service", true);

    private final int portOffset;
    private final String module;
    private final boolean database;

    Service(int portOffset, String module, boolean database) {
        this.portOffset = portOffset;
        this.module = module;
        this.database = database;
    }

    static List<Service> withDatabase() {
        return Arrays.stream(values()).filter(Service::hasDatabase).toList();
    }

    /** Also the name of its database, its roles and its log file. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean isCalled(String name) {
        return name.equals(key()) || name.equals(module);
    }

    String module() {
        return module;
    }

    int portOffset() {
        return portOffset;
    }

    boolean hasDatabase() {
        return database;
    }

    Path jar(Path repository) {
        return repository.resolve(module).resolve("target/quarkus-app/quarkus-run.jar");
    }

    static void requireBuilt(Path repository) {
        for (var service : values()) {
            if (!Files.exists(service.jar(repository))) {
                throw new Refusal(service.key() + " isn't built: " + service.jar(repository) + " is missing");
            }
        }
    }
}
