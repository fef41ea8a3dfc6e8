package dev.kontor.gateway.openapi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kontor.gateway.policy.Policy;
import dev.kontor.gateway.policy.Route;
import dev.kontor.gateway.policy.Route.Audience;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who may use a route, for machines and for people. */
record Access(Route route, Policy policy) {

    /** Adds the security requirement, {@code x-access} and a sentence. */
    void describe(ObjectNode node) {
        require(node.putArray("security"));
        var access = node.putObject("x-access");
        var allow = access.putArray("allow");
        allowed().forEach(allow::add);
        var roles = roles();
        if (!roles.isEmpty()) {
            var listed = access.putArray("roles");
            roles.forEach(listed::add);
        }
        if (route.program() != null) {
            access.put("program", route.program());
        }
        access.put("plane", route.customerPlane() ? "customer" : "partner");
        var said = node.path("description").asText("");
        node.put("description", (said.isEmpty() ? "" : said + "\n\n") + sentence(roles));
    }

    /**
     * Any one of these will do. Scopes are those of clients: what a person's token says of permissions only narrows the
     * role, and an operator or a reporter has no permissions that a scope could name.
     */
    private void require(ArrayNode security) {
        if (route.audience() == Audience.ANONYMOUS) {
            return;
        }
        security.addObject().putArray("openIdConnect");
        route.permissions()
                .forEach(permission -> security.addObject().putArray("oauth2").add(permission));
        if (route.permissions().isEmpty()) {
            security.addObject().putArray("oauth2");
        }
        security.addObject().putArray("bearer");
    }

    private List<String> allowed() {
        return switch (route.audience()) {
            case ANONYMOUS -> List.of("anonymous");
            case ANY_TOKEN -> List.of("any-token");
            case HOLDERS ->
                Stream.concat(route.permissions().stream(), route.authorities().stream())
                        .toList();
        };
    }

    private Set<String> roles() {
        var roles = new TreeSet<String>();
        route.permissions()
                .forEach(permission -> policy.matrix().get(permission).forEach(role -> roles.add(role.claim())));
        roles.addAll(route.authorities());
        return roles;
    }

    private String sentence(Set<String> roles) {
        var text = new StringBuilder(
                switch (route.audience()) {
                    case ANONYMOUS -> "Needs no token.";
                    case ANY_TOKEN -> "Needs any valid token.";
                    case HOLDERS ->
                        "Needs " + quoted(allowed(), " or ") + "; held by " + quoted(List.copyOf(roles), ", ") + ".";
                });
        if (route.program() != null) {
            text.append(" The partner needs the programme `")
                    .append(route.program())
                    .append("`.");
        }
        if (route.customerPlane()) {
            text.append(" Inside the customer's account: partners also need Partner Assistance to be on.");
        }
        return text.toString();
    }

    private static String quoted(List<String> words, String between) {
        return words.stream().map(word -> "`" + word + "`").collect(Collectors.joining(between));
    }
}
