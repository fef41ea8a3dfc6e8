package dev.kontor.platform.web.input;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/**
 * Which media types a resource method reads and writes, as its annotations say; JSON where they say nothing.
 *
 * @param written how many characters of the path are no variable
 * @param takes none where the method reads no body
 * @param answers none where its answers have no content
 */
record Form(String path, Pattern pattern, int written, List<String> takes, List<String> answers) {

    private static final Pattern VARIABLE = Pattern.compile("\\{[^/{}]+}");

    static Form of(String path, Method method, Consumes allTake, Produces allAnswer) {
        return new Form(
                path,
                Pattern.compile(pattern(path) + "/?"),
                VARIABLE.matcher(path).replaceAll("").length(),
                takes(method, allTake),
                answers(method, allAnswer));
    }

    boolean matches(String asked) {
        return pattern.matcher(asked).matches();
    }

    boolean isOf(Form other) {
        return path.equals(other.path);
    }

    private static String pattern(String path) {
        var pattern = new StringBuilder();
        var variable = VARIABLE.matcher(path);
        int from = 0;
        for (; variable.find(); from = variable.end()) {
            pattern.append(Pattern.quote(path.substring(from, variable.start())))
                    .append("[^/]+");
        }
        return pattern.append(Pattern.quote(path.substring(from))).toString();
    }

    private static List<String> takes(Method method, Consumes allTake) {
        if (Arrays.stream(method.getParameterAnnotations()).allMatch(Form::isNoBody)) {
            return List.of();
        }
        var takes = method.isAnnotationPresent(Consumes.class) ? method.getAnnotation(Consumes.class) : allTake;
        return takes == null ? List.of(MediaType.APPLICATION_JSON) : essences(Stream.of(takes.value()));
    }

    /** What says where else a parameter comes from: all of JAX-RS but those that describe a body, or check it. */
    private static boolean isNoBody(Annotation[] parameter) {
        return Arrays.stream(parameter).map(Annotation::annotationType).anyMatch(type -> {
            var name = type.getName();
            return name.startsWith("jakarta.ws.rs.") || name.startsWith("org.jboss.resteasy.reactive.Rest");
        });
    }

    private static List<String> answers(Method method, Produces allAnswer) {
        var documented = Arrays.stream(method.getAnnotationsByType(APIResponse.class))
                .filter(answer -> answer.responseCode().startsWith("2"))
                .toList();
        if (method.getReturnType() == void.class
                || (!documented.isEmpty()
                        && documented.stream()
                                .allMatch(answer -> answer.responseCode().equals("204")))) {
            return List.of();
        }
        var answers = method.isAnnotationPresent(Produces.class) ? method.getAnnotation(Produces.class) : allAnswer;
        if (answers != null) {
            return essences(Stream.of(answers.value()));
        }
        var types = documented.stream()
                .flatMap(answer -> Stream.of(answer.content()))
                .map(Content::mediaType)
                .filter(type -> !type.isEmpty())
                .toList();
        return types.isEmpty() ? List.of(MediaType.APPLICATION_JSON) : essences(types.stream());
    }

    /** Without parameters; several may stand in one text. */
    private static List<String> essences(Stream<String> types) {
        return types.flatMap(type -> Stream.of(type.split(",", -1)))
                .map(type -> type.replaceFirst(";.*", "").strip())
                .distinct()
                .toList();
    }
}
