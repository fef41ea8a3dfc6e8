package dev.kontor.platform.web;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The body of a problem answer (RFC 9457), in the reader's language. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"type", "title", "status", "detail", "instance", "code", "traceId", "errors"})
@Schema(name = "Problem")
public record ProblemDocument(
        @Schema(examples = "/problems/not-found") String type,
        String title,
        int status,
        String detail,
        String instance,
        @Schema(examples = "not-found") String code,
        String traceId,
        List<Place> errors,
        @JsonAnyGetter Map<String, Object> members) {

    public static final String MEDIA_TYPE = "application/problem+json";

    /** One refused place of the input. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ProblemPlace")
    public record Place(String pointer, String parameter, String code, String detail) {}

    /** Says {@code problem} in {@code language}; {@code instance} is the path that was asked for. */
    public static ProblemDocument of(Problem problem, Locale language, String instance, String traceId) {
        var texts = ProblemCatalog.get();
        var places = problem.errors().stream()
                .map(error ->
                        new Place(error.pointer(), error.parameter(), error.code(), texts.detail(error, language)))
                .toList();
        return new ProblemDocument(
                "/problems/" + problem.code(),
                texts.title(problem.code(), language),
                problem.status(),
                texts.detail(problem, language),
                instance,
                problem.code(),
                traceId,
                places,
                problem.members());
    }
}
