package dev.kontor.platform.web.input;

import dev.kontor.platform.web.CommonProblem;
import dev.kontor.platform.web.InputError;
import dev.kontor.platform.web.NearestName;
import dev.kontor.platform.web.Problem;
import dev.kontor.platform.web.Problems;
import dev.kontor.platform.web.foreign.PassesOverUnknown;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses query parameters that the resource method does not declare, unless its class passes them over, that come twice, or that are of another type. */
public final class StrictParameters {

    private final Map<Method, Map<String, QueryType>> declared = new ConcurrentHashMap<>();

    @ServerRequestFilter
    public void check(ContainerRequestContext request, ResourceInfo resource) {
        var given = request.getUriInfo().getQueryParameters();
        if (given.isEmpty()) {
            return;
        }
        var known = declared.computeIfAbsent(resource.getResourceMethod(), StrictParameters::parametersOf);
        given.forEach((name, values) -> {
            var type = known.get(name);
            if (type == null && resource.getResourceClass().isAnnotationPresent(PassesOverUnknown.class)) {
                return;
            }
            if (type == null) {
                throw unknown(name, known.keySet());
            }
            if (values.size() > 1) {
                throw Problems.invalid(InputError.parameter(name, "given-twice"));
            }
            if (!type.accepts(values.get(0))) {
                throw Problems.invalid(InputError.parameter(name, type.refusal()));
            }
        });
    }

    private static Problem unknown(String name, Set<String> known) {
        var nearest = NearestName.of(name, known);
        return CommonProblem.UNKNOWN_PARAMETER
                .problem(name)
                .withErrors(List.of(InputError.parameter(
                        name, nearest == null ? "unknown-parameter" : "unknown-parameter-nearest", name, nearest)));
    }

    private static Map<String, QueryType> parametersOf(Method method) {
        var types = new HashMap<String, QueryType>();
        for (var parameter : method.getParameters()) {
            var name = queryName(parameter);
            if (name != null) {
                types.put(name, QueryType.of(parameter.getType()));
            }
        }
        return Map.copyOf(types);
    }

    private static String queryName(Parameter parameter) {
        var rest = parameter.getAnnotation(RestQuery.class);
        if (rest != null) {
            return rest.value().isEmpty() ? parameter.getName() : rest.value();
        }
        var query = parameter.getAnnotation(QueryParam.class);
        return query == null ? null : query.value();
    }
}
