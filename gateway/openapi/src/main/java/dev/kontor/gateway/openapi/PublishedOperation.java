package dev.kontor.gateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kontor.gateway.policy.Policy;
import dev.kontor.gateway.policy.Route;
import dev.kontor.platform.web.ProblemDocument;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** One operation as the world sees it: its service's own words, and what the gateway adds to each alike. */
final class PublishedOperation {

    private static final String JSON = "application/json";
    private static final String MERGE_PATCH = "application/merge-patch+json";
    static final String CODES = "x-codes";
    private static final String PARAMETER = "#/components/parameters/";
    private static final String HEADER = "#/components/headers/";
    private static final Set<String> WITH_RETRY_AFTER = Set.of("429", "503");

    private final Route route;
    private final ObjectNode node;
    private final Schemas schemas;
    private final SharedProblems shared;

    PublishedOperation(Route route, String path, ObjectNode node, Schemas schemas, SharedProblems shared) {
        this.route = route;
        this.node = node;
        this.schemas = schemas;
        this.shared = shared;
        nameParametersAfterPolicy(path);
        typeContents();
        completeParts();
        loosenPatch();
        typeWords();
    }

    /** Services call their own ids {@code id}; the policy's names tell them apart. */
    private void nameParametersAfterPolicy(String path) {
        var theirs = path.split("/", -1);
        var ours = route.path().toString().split("/", -1);
        for (var parameter : node.path("parameters")) {
            for (int i = 0; i < ours.length; i++) {
                var name = "{" + parameter.path("name").asText() + "}";
                if (parameter.path("in").asText().equals("path") && theirs[i].startsWith(name)) {
                    ((ObjectNode) parameter).put("name", ours[i].substring(1, ours[i].indexOf('}')));
                    break;
                }
            }
        }
    }

    /** What is not JSON is text or bytes; a service's classes say nothing about that. */
    private void typeContents() {
        Stream.concat(Stream.of(node.path("requestBody")), children(node.path("responses")))
                .flatMap(body -> fields(body.path("content")))
                .forEach(content -> {
                    var type = content.getKey();
                    if (isBinary(type)) {
                        schema(content.getValue()).put("type", "string").put("format", "binary");
                    } else if (!type.contains("json")) {
                        schema(content.getValue()).put("type", "string");
                    }
                });
    }

    /** A part of an answer has the form of the whole, and says which part it is. */
    private void completeParts() {
        if (node.at("/responses/206") instanceof ObjectNode part) {
            var whole = (ObjectNode) node.at("/responses/200");
            part.set("content", whole.path("content").deepCopy());
            part.withObject("/headers")
                    .setAll((ObjectNode) whole.path("headers").deepCopy());
            addHeader(part.withObject("/headers"), "Content-Range", "ContentRange");
        }
    }

    /** A service shows what the whole has to be when the patch is in it. */
    private void loosenPatch() {
        var schema = node.at("/requestBody/content").path(MERGE_PATCH).path("schema");
        if (schema instanceof ObjectNode whole) {
            var name = whole.path("$ref").asText().substring(Schemas.PREFIX.length());
            whole.setAll(Schemas.reference(schemas.patchOf(name)));
        }
    }

    /** What the service did not say. */
    private void fillIn() {
        fields(node.path("responses")).forEach(answer -> {
            var content = answer.getValue().path("content");
            // JSON beside other forms of the same is whatever the form is of.
            if (content.size() > 1
                    && content.has(JSON)
                    && content.path(JSON).path("schema").isEmpty()) {
                schema(content.path(JSON)).put("type", "object");
            }
            if (answer.getValue().path("description").asText().isBlank()) {
                var phrase = HttpResponseStatus.valueOf(Integer.parseInt(answer.getKey()))
                        .reasonPhrase();
                ((ObjectNode) answer.getValue()).put("description", phrase);
            }
        });
    }

    /** A body that is one text is as long as the gateway lets it be; a character takes a byte at least. */
    private void boundTexts() {
        fields(node.path("requestBody").path("content")).forEach(body -> {
            if (body.getValue().path("schema") instanceof ObjectNode schema
                    && schema.path("type").asText().equals("string")
                    && !isBinary(body.getKey())) {
                schema.put("maxLength", route.bodyLimit());
            }
        });
    }

    private static boolean isBinary(String type) {
        return type.equals("application/pdf") || (type.startsWith("image/") && !type.contains("svg"));
    }

    private void typeWords() {
        for (var parameter : node.path("parameters")) {
            if (parameter.path("schema").has("enum")) {
                ((ObjectNode) parameter.path("schema")).put("type", "string");
            }
        }
    }

    private static ObjectNode schema(JsonNode content) {
        return ((ObjectNode) content).putObject("schema");
    }

    void complete(Policy policy, Traits traits, ProblemCodes problems) {
        fillIn();
        boundTexts();
        addHeaders(traits);
        addParameters(traits);
        addProblems(problems);
        new Access(route, policy).describe(node);
    }

    private void addParameters(Traits traits) {
        var parameters = node.path("parameters") instanceof ArrayNode given ? given : node.putArray("parameters");
        if (route.method().equals("POST")) {
            parameters.addObject().put("$ref", PARAMETER + "IdempotencyKey");
        }
        if (traits.guarded()) {
            parameters.addObject().put("$ref", PARAMETER + "IfMatch");
        }
        if (isConditional(traits)) {
            parameters.addObject().put("$ref", PARAMETER + "IfNoneMatch");
            ((ObjectNode) node.path("responses")).putObject("304").put("$ref", "#/components/responses/NotModified");
        }
        if (parameters.isEmpty()) {
            node.remove("parameters");
        }
    }

    private boolean isConditional(Traits traits) {
        return traits.tagged() && route.method().equals("GET");
    }

    private void addHeaders(Traits traits) {
        var list = parameterNames().anyMatch("cursor"::equals);
        fields(node.path("responses")).filter(it -> it.getKey().startsWith("2")).forEach(answer -> {
            var headers = ((ObjectNode) answer.getValue()).withObject("/headers");
            addHeader(headers, "RateLimit", "RateLimit");
            addHeader(headers, "RateLimit-Policy", "RateLimitPolicy");
            if (list) {
                addHeader(headers, "Link", "Link");
            }
            if (traits.tagged() && !answer.getKey().equals("204")) {
                addHeader(headers, "ETag", "ETag");
            }
            if (traits.located()) {
                addHeader(headers, "Location", "Location");
            }
            if (route.method().equals("POST")) {
                addHeader(headers, "Idempotency-Replayed", "IdempotencyReplayed");
            }
        });
    }

    private static void addHeader(ObjectNode headers, String name, String component) {
        headers.putObject(name).put("$ref", HEADER + component);
    }

    private Stream<String> parameterNames() {
        return children(node.path("parameters"))
                .map(parameter -> parameter.path("name").asText());
    }

    private void addProblems(ProblemCodes problems) {
        var responses = (ObjectNode) node.path("responses");
        responses.remove(fields(responses)
                .map(Map.Entry::getKey)
                .filter(status -> status.compareTo("400") >= 0)
                .toList());
        problems.byStatus().forEach((status, codes) -> {
            if (codes.size() == 1) {
                var code = codes.iterator().next();
                responses.putObject(status).put("$ref", shared.response(status, code, () -> problem(status, codes)));
            } else {
                responses.set(status, problem(status, codes));
            }
        });
    }

    private static ObjectNode problem(String status, Set<String> codes) {
        var answer = JsonNodeFactory.instance.objectNode();
        answer.put("description", codes.stream().map(code -> "`" + code + "`").collect(Collectors.joining(", ")));
        if (WITH_RETRY_AFTER.contains(status)) {
            addHeader(answer.withObject("/headers"), "Retry-After", "RetryAfter");
        }
        if (status.equals("401") || codes.contains("scope-required")) {
            addHeader(answer.withObject("/headers"), "WWW-Authenticate", "Challenge");
        }
        if (codes.contains("idempotency-result-not-kept")) {
            addHeader(answer.withObject("/headers"), "Location", "Location");
        }
        // Exactly those that can come here. Beside the schema: to generators, which would make a class of each
        // combination,
        // all problems are one.
        codes.forEach(answer.putArray(CODES)::add);
        answer.putObject("content").putObject(ProblemDocument.MEDIA_TYPE).set("schema", Schemas.reference("Problem"));
        return answer;
    }

    private static Stream<JsonNode> children(JsonNode node) {
        return StreamSupport.stream(node.spliterator(), false);
    }

    /** A copy, so that what is found may be changed. */
    private static Stream<Map.Entry<String, JsonNode>> fields(JsonNode node) {
        return List.copyOf(node.properties()).stream();
    }
}
