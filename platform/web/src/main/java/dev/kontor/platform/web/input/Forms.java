package dev.kontor.platform.web.input;

import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.ext.Provider;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The forms of every call this service answers, gathered as it starts. */
@Provider
@Singleton
public final class Forms implements DynamicFeature {

    private final Map<String, List<Form>> byMethod = new ConcurrentHashMap<>();

    @Override
    public void configure(ResourceInfo resource, FeatureContext context) {
        var type = resource.getResourceClass();
        var method = resource.getResourceMethod();
        Arrays.stream(method.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(http -> http != null)
                .forEach(http -> add(
                        http.value(),
                        Form.of(
                                path(type.getAnnotation(Path.class), method.getAnnotation(Path.class)),
                                method,
                                type.getAnnotation(Consumes.class),
                                type.getAnnotation(Produces.class))));
    }

    /** Those of one call: several where its body can be of several types, or its answer; none where there is no such call. */
    List<Form> of(String method, String path) {
        var matching = byMethod.getOrDefault(method.equals("HEAD") ? "GET" : method, List.of()).stream()
                .filter(form -> form.matches(path))
                .toList();
        return matching.stream().filter(form -> form.isOf(matching.get(0))).toList();
    }

    /** What is written out goes before what a variable stands for. */
    private void add(String method, Form form) {
        byMethod.compute(method, (name, known) -> {
            var all = new ArrayList<>(known == null ? List.of() : known);
            all.add(form);
            all.sort(Comparator.comparingInt(Form::written).reversed());
            return List.copyOf(all);
        });
    }

    private static String path(Path type, Path method) {
        return ((type == null ? "" : type.value()) + (method == null ? "" : "/" + method.value())).replace("//", "/");
    }
}
