package dev.kontor.platform.web.input;

import dev.kontor.platform.web.InputError;
import dev.kontor.platform.web.NearestName;
import dev.kontor.platform.web.Problem;
import dev.kontor.platform.web.Problems;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses query parameters that the resource method does not declare, and those given twice. */
public final class StrictParameters {

    private final Map<Method, Set<String>> declared = new ConcurrentHashMap<>();

    @ServerRequestFilter
    public void check(ContainerRequestContext request, ResourceInfo resource) {
        var given = request.getUriInfo().getQueryParameters();
        if (given.isEmpty()) {
            return;
        }
        var known = declared.computeIfAbsent(resource.getResourceMethod(), StrictParameters::parametersOf);
        for (var name : given.keySet()) {
            if (!known.contains(name)) {
                var nearest = NearestName.of(name, known);
                throw Problem.of(400, "unknown-parameter", name)
                        .withErrors(List.of(InputError.parameter(
                                name,
                                nearest == null ? "unknown-parameter" : "unknown-parameter-nearest",
                                name,
                                nearest)));
            }
        }
        given.forEach((name, values) -> {
            if (values.size() > 1) {
                throw Problems.invalid(InputError.parameter(name, "given-twice"));
            }
        });
    }

    private static Set<String> parametersOf(Method method) {
        return Arrays.stream(method.getParameters())
                .map(StrictParameters::queryName)
                .filter(name -> name != null)
                .collect(Collectors.toUnmodifiableSet());
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
