package dev.kontor.platform.web.input;

import dev.kontor.platform.web.CommonProblem;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.MediaType;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses, before any work is done, a caller who takes no JSON from a resource that names no other type: left alone, such
 * an answer would be made of whatever writer comes first.
 */
public final class JsonByDefault {

    private static final MediaType PROBLEM = new MediaType("application", "problem+json");

    private final Map<Method, Boolean> namesTypes = new ConcurrentHashMap<>();

    @ServerRequestFilter
    public void check(ContainerRequestContext request, ResourceInfo resource) {
        if (namesTypes.computeIfAbsent(resource.getResourceMethod(), JsonByDefault::namesTypes)) {
            return;
        }
        var accepted = request.getAcceptableMediaTypes();
        if (!accepted.isEmpty() && accepted.stream().noneMatch(JsonByDefault::takesJson)) {
            throw CommonProblem.NOT_ACCEPTABLE.problem();
        }
    }

    private static boolean namesTypes(Method method) {
        return method.isAnnotationPresent(Produces.class)
                || method.getDeclaringClass().isAnnotationPresent(Produces.class)
                || documentsTypes(method);
    }

    /** A method that picks among types itself says so in its documentation. */
    private static boolean documentsTypes(Method method) {
        return Arrays.stream(method.getAnnotationsByType(APIResponse.class))
                .flatMap(response -> Arrays.stream(response.content()))
                .anyMatch(content -> !content.mediaType().isEmpty());
    }

    private static boolean takesJson(MediaType type) {
        return type.isCompatible(MediaType.APPLICATION_JSON_TYPE) || type.isCompatible(PROBLEM);
    }
}
