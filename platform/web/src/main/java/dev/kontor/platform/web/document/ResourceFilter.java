package dev.kontor.platform.web.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.kontor.platform.web.ProblemType;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.DotName;
import org.jboss.jandex.FieldInfo;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;

/** Runs where a service is built: its annotations become {@code x-} members of the operation and of its answers. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public final class ResourceFilter implements OASFilter {

    private static final String CODES = "x-codes";
    private static final DotName SCHEMA =
            DotName.createSimple(org.eclipse.microprofile.openapi.annotations.media.Schema.class);
    private static final DotName JSON_INCLUDE = DotName.createSimple(JsonInclude.class);

    private final IndexView index;
    private final Map<String, MethodInfo> methods = new HashMap<>();
    private final List<DotName> lists;

    public ResourceFilter(IndexView index) {
        this.index = index;
        var operation = DotName.createSimple(org.eclipse.microprofile.openapi.annotations.Operation.class);
        for (var annotation : index.getAnnotations(operation)) {
            if (annotation.target().kind() == AnnotationTarget.Kind.METHOD && annotation.value("operationId") != null) {
                methods.put(
                        annotation.value("operationId").asString(),
                        annotation.target().asMethod());
            }
        }
        lists = index.getAnnotations(DotName.createSimple(ListsProblems.class)).stream()
                .map(marked -> marked.target().asClass().name())
                .toList();
    }

    @Override
    public Operation filterOperation(Operation operation) {
        var method = methods.get(operation.getOperationId());
        if (method != null) {
            addProblems(operation, method);
            var tagged = method.annotation(DotName.createSimple(Tagged.class));
            if (tagged != null) {
                operation.addExtension("x-tagged", true);
                if (tagged.value("guarded") != null && tagged.value("guarded").asBoolean()) {
                    operation.addExtension("x-guarded", true);
                }
            }
            if (method.hasAnnotation(DotName.createSimple(Located.class))) {
                operation.addExtension("x-located", true);
            }
        }
        return operation;
    }

    /** An object that may be null is one of two alternatives; its own type, which a description brings along, rules null out. */
    @Override
    public Schema filterSchema(Schema schema) {
        if (schema.getAnyOf() != null && List.of(Schema.SchemaType.OBJECT).equals(schema.getType())) {
            schema.setType(null);
        }
        return schema;
    }

    /** What is left out where it is null. */
    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getComponents() == null || document.getComponents().getSchemas() == null) {
            return;
        }
        for (var annotation : index.getAnnotations(SCHEMA)) {
            if (annotation.target().kind() == AnnotationTarget.Kind.CLASS && annotation.value("name") != null) {
                var schema = document.getComponents()
                        .getSchemas()
                        .get(annotation.value("name").asString());
                var sometimes = annotation.target().asClass().fields().stream()
                        .filter(field -> field.hasAnnotation(JSON_INCLUDE))
                        .map(FieldInfo::name)
                        .toList();
                if (schema != null && !sometimes.isEmpty()) {
                    schema.addExtension("x-sometimes", sometimes);
                }
            }
        }
    }

    private void addProblems(Operation operation, MethodInfo method) {
        var byStatus = new TreeMap<Integer, List<String>>();
        lists.stream()
                .filter(method::hasAnnotation)
                .map(method::annotation)
                .map(AnnotationInstance::values)
                .flatMap(List::stream)
                .flatMap(ResourceFilter::problems)
                .forEach(problem -> byStatus.computeIfAbsent(problem.status(), x -> new ArrayList<>())
                        .add(problem.code()));
        byStatus.forEach((status, codes) -> operation
                .getResponses()
                .addAPIResponse(
                        status.toString(),
                        OASFactory.createAPIResponse()
                                .description(String.join(", ", codes))
                                .extensions(Map.of(CODES, codes))));
    }

    /** Read from the class, for an index knows an enum's constants by name only. */
    private static Stream<ProblemType> problems(AnnotationValue listed) {
        var types = listed.asEnumTypeArray();
        var names = listed.asEnumArray();
        return IntStream.range(0, names.length).mapToObj(i -> constant(types[i], names[i]));
    }

    private static ProblemType constant(DotName type, String name) {
        try {
            var enumType = Thread.currentThread().getContextClassLoader().loadClass(type.toString());
            return Arrays.stream(enumType.getEnumConstants())
                    .map(ProblemType.class::cast)
                    .filter(constant -> constant.name().equals(name))
                    .findFirst()
                    .orElseThrow();
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
