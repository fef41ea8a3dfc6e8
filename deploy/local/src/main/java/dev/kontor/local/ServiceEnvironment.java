package dev.kontor.local;

import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The configuration of one service process, all of it by environment. */
final class ServiceEnvironment {

    private ServiceEnvironment() {}

    /** {@code clockStart} is null where business time begins at real time. */
    static Map<String, String> of(
            Service service,
            Ports ports,
            Secrets secrets,
            Issuer.Settings issuing,
            Optional<PartnerApiHosts> partnerApi,
            Instant clockStart)
            throws IOException {
        var environment = new LinkedHashMap<String, String>();
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_HTTP_PORT", String.valueOf(ports.of(service)));
        environment.put("QUARKUS_MANAGEMENT_HOST", "127.0.0.1");
        environment.put("QUARKUS_MANAGEMENT_PORT", String.valueOf(ports.management(service)));
        environment.put("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + ports.kafka());
        environment.put("KONTOR_PUBLIC_URL", ports.url(Service.GATEWAY));
        environment.put("KONTOR_SIGNING_KEY", secrets.signingKey(service.key()).toString());
        environment.put("KONTOR_CLOCK_MOVABLE", "true");
        if (clockStart != null) {
            environment.put("KONTOR_CLOCK_START", clockStart.toString());
        }
        for (var other : Service.values()) {
            var name = other.key().toUpperCase(Locale.ROOT);
            environment.put("KONTOR_TRUST_" + name, ports.managementUrl(other) + "/jwks");
            environment.put("KONTOR_SERVICES_" + name, ports.url(other));
        }
        if (service == Service.CUSTOMERS) {
            environment.put("KONTOR_TOKENS_LONGEST_LIFE", longestLife(issuing));
            partnerApi.ifPresent(hosts -> {
                environment.put("KONTOR_PARTNER_API_HOST", hosts.apiUrl());
                hosts.regionalUrl().ifPresent(url -> environment.put("KONTOR_PARTNER_API_TENANT_HOST", url));
            });
            environment.put("KONTOR_CRM_LOOPBACK", "true");
            environment.put("KONTOR_CRM_SECRET_KEY", secrets.sealingKey(service.key()));
        }
        if (service.hasDatabase()) {
            environment.putAll(login(service, ports, secrets, service.key() + "_app"));
        } else {
            environment.put("KONTOR_ISSUERS_DEFAULT_ISSUER", ports.issuerUrl());
            environment.put("KONTOR_ISSUERS_DEFAULT_JWKS", ports.issuerUrl() + "/jwks");
            environment.put("KONTOR_PARTNER_API_TOKEN_ENDPOINT", ports.issuerUrl() + "/token");
            environment.put("KONTOR_ISSUERS_DEFAULT_TOKEN_ENDPOINT", ports.issuerUrl() + "/token");
            environment.put(
                    "KONTOR_ISSUERS_DEFAULT_DEFAULT_SCOPES",
                    "customers:read,customers:create,licenses:read,billing:read");
            environment.put("KONTOR_ISSUERS_DEFAULT_AUDIENCE", CallerToken.AUDIENCE);
            environment.put("KONTOR_ISSUERS_DEFAULT_LONGEST_LIFE", longestLife(issuing));
            if (!issuing.origins().isEmpty()) {
                environment.put("KONTOR_CORS_ORIGINS", String.join(",", issuing.origins()));
            }
        }
        return environment;
    }

    private static String longestLife(Issuer.Settings issuing) {
        var longer = issuing.tokenLife().compareTo(CallerToken.LIFE) > 0;
        return (longer ? issuing.tokenLife() : CallerToken.LIFE).toString();
    }

    /** Of the short process that migrates, which alone has the owner's password. */
    static Map<String, String> ofMigration(Service service, Ports ports, Secrets secrets) throws IOException {
        var environment = login(service, ports, secrets, service.key() + "_owner");
        environment.put("KONTOR_MIGRATE", "true");
        if (service == Service.BILLING) {
            environment.put("QUARKUS_FLYWAY_PLACEHOLDERS_ISSUER", "example");
        }
        return environment;
    }

    /** Of dev mode, where migrations are written: it migrates as it starts, as tests do. */
    static Map<String, String> ofDevelopment(Service service, Ports ports, Secrets secrets) throws IOException {
        var environment = of(service, ports, secrets, Issuer.Settings.DEFAULT, Optional.empty(), null);
        environment.put("QUARKUS_FLYWAY_MIGRATE_AT_START", "true");
        environment.put("QUARKUS_FLYWAY_USERNAME", service.key() + "_owner");
        environment.put("QUARKUS_FLYWAY_PASSWORD", secrets.password(service.key() + "_owner"));
        return environment;
    }

    /** Nothing of whoever starts the suite may reach its processes. */
    static void replace(Map<String, String> inherited, Map<String, String> environment) {
        inherited
                .keySet()
                .removeIf(name -> name.startsWith("QUARKUS_")
                        || name.startsWith("KONTOR_")
                        || name.startsWith("KAFKA_")
                        || name.equals("CLASSPATH"));
        inherited.putAll(environment);
    }

    private static Map<String, String> login(Service service, Ports ports, Secrets secrets, String role)
            throws IOException {
        var environment = new LinkedHashMap<String, String>();
        environment.put(
                "QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://127.0.0.1:" + ports.postgres() + "/" + service.key());
        environment.put("QUARKUS_DATASOURCE_USERNAME", role);
        environment.put("QUARKUS_DATASOURCE_PASSWORD", secrets.password(role));
        return environment;
    }
}
