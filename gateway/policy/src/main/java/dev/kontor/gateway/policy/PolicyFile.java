package dev.kontor.gateway.policy;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.kontor.gateway.policy.Route.Audience;
import dev.kontor.gateway.policy.Route.Customer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** The policy as written in {@code policy.yaml}; a word it does not know stops the start. */
public record PolicyFile(
        Map<String, List<String>> permissions,
        Set<String> withheldFromLaunchedSessions,
        Map<String, Map<String, Entry>> routes) {

    private static final Set<String> AUTHORITIES = Set.of("vendor-operator", "customer-admin", "usage-reporter");
    private static final Set<String> PROGRAMS = Set.of("msp-flex", "msp-flex-connect");

    private static final long MIB = 1024 * 1024;
    private static final int ORDINARY_BODY_MIB = 1;

    /** What a route needs, long form; a bare list is {@code allow} alone. */
    public record Entry(
            List<String> allow,
            String program,
            String plane,
            String through,
            String tenant,
            String dialect,
            boolean whileSuspended,
            Integer bodyMiB) {

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static Entry of(List<String> allow) {
            return new Entry(allow, null, null, null, null, null, false, null);
        }

        @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
        public Entry {}
    }

    /** The policy this build carries. */
    public static Policy load() {
        try (var in = PolicyFile.class.getResourceAsStream("/policy.yaml")) {
            return read(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Policy read(byte[] yaml) throws IOException {
        return new ObjectMapper(new YAMLFactory())
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(com.fasterxml.jackson.core.JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
                .readValue(yaml, PolicyFile.class)
                .toPolicy();
    }

    private Policy toPolicy() {
        var matrix = new LinkedHashMap<String, Set<Role>>();
        permissions.forEach((permission, labels) -> {
            var roles = EnumSet.noneOf(Role.class);
            labels.forEach(label -> roles.add(Role.ofLabel(label).orElseThrow(() -> unknown(label, permission))));
            matrix.put(permission, roles);
        });
        withheldFromLaunchedSessions.forEach(p -> known(matrix.keySet(), p, "withheldFromLaunchedSessions"));
        var all = new ArrayList<Route>();
        routes.forEach((service, entries) ->
                entries.forEach((name, entry) -> all.add(route(service, name, entry, matrix.keySet()))));
        return new Policy(matrix, withheldFromLaunchedSessions, List.copyOf(all));
    }

    private static Route route(String service, String name, Entry entry, Set<String> matrix) {
        int space = name.indexOf(' ');
        var path = PathTemplate.of(name.substring(space + 1));
        var permissions = new TreeSet<String>();
        var authorities = new TreeSet<String>();
        var audience = Audience.HOLDERS;
        for (var word : entry.allow()) {
            switch (word) {
                case "any-token" -> audience = Audience.ANY_TOKEN;
                case "anonymous" -> audience = Audience.ANONYMOUS;
                default -> {
                    if (AUTHORITIES.contains(word)) {
                        authorities.add(word);
                    } else {
                        known(matrix, word, name);
                        permissions.add(word);
                    }
                }
            }
        }
        if (entry.program() != null) {
            known(PROGRAMS, entry.program(), name);
        }
        if (entry.plane() != null) {
            known(Set.of("customer"), entry.plane(), name);
        }
        if (entry.dialect() != null) {
            known(Set.of(Route.PARTNER_V1), entry.dialect(), name);
        }
        var customer = customer(name, path, entry);
        if (entry.plane() != null && customer == Customer.NONE) {
            throw new IllegalArgumentException(name + " is on the customer plane and names no customer");
        }
        return new Route(
                name.substring(0, space),
                path,
                service,
                permissions,
                authorities,
                audience,
                entry.program(),
                entry.plane() != null,
                customer,
                entry.whileSuspended(),
                Objects.requireNonNullElse(entry.bodyMiB(), ORDINARY_BODY_MIB) * MIB,
                entry.dialect());
    }

    private static Customer customer(String name, PathTemplate path, Entry entry) {
        if (entry.through() != null) {
            known(Set.of("export"), entry.through(), name);
            return Customer.THROUGH_EXPORT;
        }
        if (entry.tenant() != null) {
            known(Set.of("header"), entry.tenant(), name);
            return Customer.IN_HEADER;
        }
        return path.indexOf("customerId") >= 0 ? Customer.IN_PATH : Customer.NONE;
    }

    private static void known(Set<String> words, String word, String where) {
        if (!words.contains(word)) {
            throw unknown(word, where);
        }
    }

    private static IllegalArgumentException unknown(String word, String where) {
        return new IllegalArgumentException("policy.yaml: \"" + word + "\" is not known (" + where + ")");
    }
}
