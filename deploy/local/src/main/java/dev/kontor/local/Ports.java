package dev.kontor.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** The suite's ports, all on 127.0.0.1 and all relative to the gateway's. */
record Ports(int base) {

    static final int DEFAULT = 8080;
    private static final int HIGHEST = 24;

    Ports {
        if (base < 1 || base + HIGHEST > 65535) {
            throw new Refusal("--port must be between 1 and " + (65535 - HIGHEST) + ", not " + base);
        }
    }

    int of(Service service) {
        return base + service.portOffset();
    }

    int management(Service service) {
        return base + 10 + service.portOffset();
    }

    int issuer() {
        return base + 20;
    }

    int kafka() {
        return base + 21;
    }

    int kafkaController() {
        return base + 22;
    }

    int postgres() {
        return base + 23;
    }

    /** The vendor's partner API over TLS, where it is served. */
    int partnerApi() {
        return base + HIGHEST;
    }

    String url(Service service) {
        return "http://127.0.0.1:" + of(service);
    }

    String managementUrl(Service service) {
        return "http://127.0.0.1:" + management(service);
    }

    String issuerUrl() {
        return "http://127.0.0.1:" + issuer() + "/" + Issuer.ID;
    }

    /** Every port by what it is for. */
    Map<String, Integer> byRole() {
        var roles = new LinkedHashMap<String, Integer>();
        for (var service : Service.values()) {
            roles.put(service.key(), of(service));
        }
        for (var service : Service.values()) {
            roles.put("management of " + service.key(), management(service));
        }
        roles.put("development issuer", issuer());
        roles.put("Kafka", kafka());
        roles.put("Kafka controller", kafkaController());
        roles.put("PostgreSQL", postgres());
        return roles;
    }

    /** Refuses, naming port and role, where somebody else listens. */
    void requireFree() {
        byRole().forEach((role, port) -> {
            if (!isFree(port)) {
                throw new Refusal("Port " + port + " (" + role + ") is taken; choose another range with --port P");
            }
        });
    }

    static boolean answers(int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Ports nobody listens on, below the range from which systems take ports for outgoing connections. */
    static List<Integer> free(int count) {
        var ports = new LinkedHashSet<Integer>();
        var random = new SecureRandom();
        while (ports.size() < count) {
            var port = 12_000 + random.nextInt(20_000);
            if (isFree(port)) {
                ports.add(port);
            }
        }
        return List.copyOf(ports);
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
