package dev.kontor.gateway.policy;

import dev.kontor.gateway.policy.Route.Audience;
import dev.kontor.gateway.policy.Route.Customer;
import dev.kontor.platform.web.CommonProblem;
import dev.kontor.platform.web.ProblemType;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Roles, permissions and routes, and the questions the gateway asks of them; pure, and the same for everyone. */
public final class Policy {

    private final Map<String, Set<Role>> matrix;
    private final Set<String> withheldFromLaunchedSessions;
    private final List<Route> routes;
    private final RouteTree tree;
    private final Map<Role, Set<String>> byRole = new EnumMap<>(Role.class);

    Policy(Map<String, Set<Role>> matrix, Set<String> withheldFromLaunchedSessions, List<Route> routes) {
        this.matrix = matrix;
        this.withheldFromLaunchedSessions = withheldFromLaunchedSessions;
        this.routes = routes;
        this.tree = new RouteTree(routes);
        for (var role : Role.values()) {
            var permissions = new TreeSet<String>();
            matrix.forEach((permission, roles) -> {
                if (roles.contains(role)) {
                    permissions.add(permission);
                }
            });
            byRole.put(role, permissions);
        }
    }

    public List<Route> routes() {
        return routes;
    }

    /** The roles of every permission, in the order of the policy file. */
    public Map<String, Set<Role>> matrix() {
        return matrix;
    }

    /** Which route a request means; {@code HEAD} means what {@code GET} means. */
    public RouteMatch match(String method, String path) {
        var segments = PathTemplate.segments(path);
        var methods = tree.find(segments).orElse(null);
        if (methods == null) {
            return new RouteMatch.Unknown();
        }
        var route = methods.get(method.equals("HEAD") ? "GET" : method);
        return route == null
                ? new RouteMatch.OtherMethods(withHead(methods.keySet()))
                : new RouteMatch.Found(route, segments);
    }

    private static Set<String> withHead(Set<String> methods) {
        var allowed = new TreeSet<>(methods);
        if (methods.contains("GET")) {
            allowed.add("HEAD");
        }
        return allowed;
    }

    /**
     * What the principal may do. A scope narrows only where it holds a permission of the matrix, or the token came by
     * client credentials or by a launch; a programme counts where both the token and the partner's record say it.
     */
    public Grant grant(Principal principal, Set<String> partnersPrograms) {
        if (!principal.kind().actsForPartner()) {
            var own = new TreeSet<String>();
            if (principal.kind().authority() != null) {
                own.add(principal.kind().authority());
            }
            return new Grant(own, new TreeSet<>(), own);
        }
        var roleGives = byRole(principal);
        var permissions = new TreeSet<>(roleGives);
        if (principal.hasNothingBesideItsScopes() || principal.scopes().stream().anyMatch(matrix::containsKey)) {
            permissions.retainAll(principal.scopes());
        }
        var programs = new TreeSet<>(principal.programs());
        programs.retainAll(partnersPrograms);
        return new Grant(permissions, programs, roleGives);
    }

    private Set<String> byRole(Principal principal) {
        var permissions = byRole.get(principal.role());
        if (principal.kind() != Kind.LAUNCHED) {
            return permissions;
        }
        var inside = new TreeSet<>(permissions);
        inside.removeAll(withheldFromLaunchedSessions);
        return inside;
    }

    /** Why this principal may not use this route: role first, then programme, then scope; empty where it may. */
    public Optional<Refusal> refuse(Route route, Principal principal, Grant grant) {
        if (route.audience() != Audience.HOLDERS) {
            return Optional.empty();
        }
        if (!principal.kind().actsForPartner()) {
            return route.authorities().contains(principal.kind().authority())
                    ? Optional.empty()
                    : refusal(CommonProblem.ROLE_REQUIRED, route);
        }
        boolean outside = principal.kind() == Kind.LAUNCHED && route.customer() == Customer.NONE;
        if (outside || disjoint(route.permissions(), grant.byRole())) {
            return refusal(CommonProblem.ROLE_REQUIRED, route);
        }
        if (route.program() != null && !grant.programs().contains(route.program())) {
            return Optional.of(new Refusal(CommonProblem.PROGRAM_REQUIRED, route.program()));
        }
        if (disjoint(route.permissions(), grant.permissions())) {
            return refusal(GatewayProblem.SCOPE_REQUIRED, route);
        }
        return Optional.empty();
    }

    private static Optional<Refusal> refusal(ProblemType reason, Route route) {
        var needed = new TreeSet<>(route.permissions());
        if (reason == CommonProblem.ROLE_REQUIRED) {
            needed.addAll(route.authorities());
        }
        return Optional.of(new Refusal(reason, String.join(" ", needed)));
    }

    private static boolean disjoint(Set<String> a, Set<String> b) {
        return a.stream().noneMatch(b::contains);
    }

    /** The matrix as {@code GET /v1/policy} shows it: permission → role labels. */
    Map<String, List<String>> matrixByLabel() {
        var shown = new TreeMap<String, List<String>>();
        matrix.forEach((permission, roles) ->
                shown.put(permission, roles.stream().sorted().map(Role::label).toList()));
        return shown;
    }
}
