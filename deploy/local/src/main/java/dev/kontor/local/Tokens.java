package dev.kontor.local;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Gets callers' tokens from the development issuer. */
final class Tokens {

    private final Http http;
    private final Ports ports;

    Tokens(Http http, Ports ports) {
        this.http = http;
        this.ports = ports;
    }

    /** What a token should say; anything but the role may be missing. */
    record Wish(
            Role role,
            String subject,
            String partnerId,
            String customerId,
            Set<String> programs,
            Set<String> scopes,
            boolean automation,
            Duration life) {

        static Wish of(Role role) {
            return new Wish(role, null, null, null, Set.of(), Set.of(), false, null);
        }

        static Wish of(Role role, String partnerId, Set<String> programs) {
            return new Wish(role, null, partnerId, null, programs, Set.of(), false, null);
        }

        static Wish ofCustomer(String customerId) {
            return new Wish(Role.CUSTOMER_ADMIN, null, null, customerId, Set.of(), Set.of(), false, null);
        }

        String effectiveSubject() {
            return subject != null ? subject : role.defaultSubject(partnerId != null ? partnerId : customerId);
        }

        /** The form of a token request. */
        String form() {
            var fields = new ArrayList<String>();
            add(fields, "grant_type", "client_credentials");
            add(fields, "client_id", "deploy");
            add(fields, "client_secret", "none");
            add(fields, "role", role.claim());
            add(fields, "subject", effectiveSubject());
            add(fields, "partner_id", partnerId);
            add(fields, "customer_id", customerId);
            // One field, since a token request may name none twice (RFC 6749, section 3.2).
            add(fields, "programs", programs.isEmpty() ? null : String.join(" ", programs));
            add(fields, "scope", scopes.isEmpty() ? null : String.join(" ", scopes));
            add(fields, "automation", automation ? "true" : null);
            add(fields, CallerToken.LIFE_FIELD, life == null ? null : life.toString());
            return String.join("&", fields);
        }

        private static void add(List<String> fields, String name, String value) {
            if (value != null) {
                fields.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
            }
        }
    }

    String get(Wish wish) {
        var answer = http.post(ports.issuerUrl() + "/token", wish.form());
        if (!answer.ok()) {
            throw new Refusal("The development issuer gave no token: " + answer.problem());
        }
        return answer.json().path("access_token").asText();
    }
}
