package dev.kontor.gateway.tokens;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kontor.gateway.policy.Principal;
import dev.kontor.gateway.policy.Role;
import java.util.Objects;

/** Whom a launched session's token speaks for; customers-service issues these, and only these. */
final class LaunchedIdentity implements TrustedIssuer.Identity {

    @Override
    public Principal of(JsonNode claims) {
        var reader = new ClaimReader(claims);
        var groups = reader.strings("groups");
        if (groups.size() != 1) {
            throw new TokenRefused("The session has not exactly one role");
        }
        var role = Role.ofClaim(groups.iterator().next())
                .orElseThrow(() -> new TokenRefused("The session's role is not known"));
        return Principal.launched(
                reader.subject("", "sub"),
                role,
                reader.uuid("partner_id"),
                reader.uuid("customer_id"),
                reader.strings("programs"),
                reader.words("scope"),
                required(reader, "/act/sub"),
                required(reader, "sid"));
    }

    private static String required(ClaimReader reader, String name) {
        var value = Objects.requireNonNullElse(reader.text(name), "");
        if (value.isBlank()) {
            throw new TokenRefused("The session's " + name + " is missing");
        }
        return value;
    }
}
