package dev.kontor.gateway.limits;

import java.util.Map;

/** How many requests of whom one replica let through, as {@code kontor.limits.v1} carries it. */
record Taken(Map<String, Integer> clients, Map<String, Integer> partners) {

    boolean isNothing() {
        return clients.isEmpty() && partners.isEmpty();
    }
}
