package dev.kontor.gateway.stage;

import dev.kontor.gateway.policy.PolicyFile;
import dev.kontor.gateway.tokens.Forge;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Tokens of the people the journeys are about. */
public final class Cast {

    private Cast() {}

    public static String partner(String role, UUID partner) {
        return token(role, partner).token();
    }

    public static Forge token(String role, UUID partner) {
        return Forge.good(Keys.issuer(), Clock.systemUTC().instant())
                .claim("sub", role + "@msp.example")
                .claim("groups", List.of(role))
                .claim("partner_id", partner.toString())
                .claim("programs", List.of("msp-flex", "msp-flex-connect"));
    }

    public static String customerAdmin(UUID customer) {
        return token("customer-admin", customer)
                .claim("partner_id", null)
                .claim("customer_id", customer.toString())
                .token();
    }

    public static String operator() {
        return token("vendor-operator", UUID.randomUUID())
                .claim("partner_id", null)
                .token();
    }

    public static String reporter() {
        return token("usage-reporter", UUID.randomUUID())
                .claim("partner_id", null)
                .token();
    }

    /** What customers-service issues for a launch code of somebody whom no scope narrows. */
    public static String launched(String role, UUID partner, UUID customer, String sid) {
        return launched(role, partner, customer, sid, PolicyFile.load().matrix().keySet());
    }

    public static String launched(String role, UUID partner, UUID customer, String sid, Set<String> permissions) {
        var now = Clock.systemUTC().instant();
        return Forge.good(Keys.launch(), now)
                .claim("iss", "kontor-launch")
                .claim("exp", now.plusSeconds(900).getEpochSecond())
                .claim("sub", role + "@msp.example")
                .claim("groups", List.of(role))
                .claim("partner_id", partner.toString())
                .claim("customer_id", customer.toString())
                .claim("sid", sid)
                .claim("scope", String.join(" ", permissions))
                .claim("act", Map.of("sub", role + "@msp.example"))
                .token();
    }
}
