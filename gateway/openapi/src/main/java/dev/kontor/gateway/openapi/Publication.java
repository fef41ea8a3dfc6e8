package dev.kontor.gateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kontor.gateway.openapi.ServiceDocument.Operation;
import dev.kontor.gateway.policy.Policy;
import dev.kontor.gateway.policy.Route;
import dev.kontor.platform.web.CommonProblem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Brings policy and services together: a route is published where both have it, but for those that speak another API. */
final class Publication {

    /** What is for people's eyes has no place in a document for programs. */
    private static final Set<String> PAGES = Set.of("GET /", "GET /docs", "GET /docs/{file}");

    private final Policy policy;
    private final List<ServiceDocument> documents;
    private final Schemas schemas;
    private final NamedTypes types;
    private final CommonParameters parameters;
    private final SharedProblems shared = new SharedProblems();
    private final Examples examples;
    private final ObjectNode document;
    private final Map<String, ObjectNode> paths = new TreeMap<>();
    private final Set<String> withoutPolicy = new TreeSet<>();
    private final Set<String> notBuilt = new TreeSet<>();

    Publication(Policy policy, List<ServiceDocument> documents, Examples examples) {
        this.policy = policy;
        this.documents = documents;
        var ours = documents.get(0);
        this.types = new NamedTypes(ours.schemas());
        this.examples = examples;
        this.schemas = new Schemas(types);
        this.parameters = new CommonParameters(ours.root().remove(CommonParameters.LIST));
        this.document = ours.root().deepCopy();
    }

    /** The whole document. */
    ObjectNode document() {
        return document;
    }

    /** What services document and the policy does not know: nobody can call it. */
    Set<String> withoutPolicy() {
        return withoutPolicy;
    }

    /** What the policy knows and no service documents: everybody who may call it hears 404. */
    Set<String> notBuilt() {
        return notBuilt;
    }

    Publication make() {
        documents.forEach(schemas::add);
        var routes = new HashMap<String, Route>();
        var ours = policy.routes().stream()
                .filter(route -> route.dialect() == null)
                .toList();
        ours.forEach(
                route -> routes.put(Operation.shape(route.method(), route.path().toString()), route));
        notBuilt.addAll(ours.stream()
                .map(Route::name)
                .filter(name -> !PAGES.contains(name))
                .toList());
        for (var source : documents) {
            for (var operation : source.operations()) {
                var route = routes.get(operation.shape());
                if (route == null || !answers(route, source.service())) {
                    withoutPolicy.add(source.service() + ": " + operation.method() + " " + operation.path());
                } else {
                    notBuilt.remove(route.name());
                    publish(route, operation);
                }
            }
        }
        assemble();
        return this;
    }

    private static boolean answers(Route route, String service) {
        return route.service().equals(service) || route.service().equals(Route.BY_JOB_ID);
    }

    private void publish(Route route, Operation operation) {
        var methods = paths.computeIfAbsent(route.path().toString(), x -> JsonNodeFactory.instance.objectNode());
        var method = route.method().toLowerCase(Locale.ROOT);
        if (methods.has(method)) {
            return;
        }
        var node = operation.node().deepCopy();
        schemas.follow(operation.service(), node);
        Schemas.tidy(node);
        types.referParameters(node);
        var published = new PublishedOperation(route, operation.path(), node, schemas, shared);
        parameters.describe(node);
        var traits = Traits.take(route, node);
        published.complete(policy, traits, ProblemCodes.of(route, node, traits));
        examples.show(operation.service(), node);
        methods.set(method, node);
    }

    private void assemble() {
        var all = JsonNodeFactory.instance.objectNode();
        paths.forEach(all::set);
        document.putArray("tags").addAll(usedTags(all));
        document.set("paths", all);
        var components = (ObjectNode) document.path("components");
        components.withObject("/responses").setAll(shared.all(examples));
        components.set("examples", examples.problems());
        schemas.require(readOnly(all));
        schemas.enumerate("ProblemCode", codes(List.of(all, components)));
        components.set("schemas", schemas.reachableFrom(List.of(all, components)));
    }

    /** What some operation can be refused with, what ends a job, and what no operation is refused with. */
    private static Set<String> codes(List<JsonNode> parts) {
        var codes = new TreeSet<>(Set.of(CommonProblem.JOB_CANCELLED.code(), CommonProblem.METHOD_NOT_ALLOWED.code()));
        parts.forEach(part -> part.findValues(PublishedOperation.CODES)
                .forEach(listed -> listed.forEach(code -> codes.add(code.asText()))));
        return codes;
    }

    /** The schemas that callers get and never send. */
    private Set<String> readOnly(ObjectNode all) {
        var sent = new ArrayList<JsonNode>();
        var got = new ArrayList<JsonNode>();
        all.forEach(path -> path.forEach(operation -> {
            sent.add(operation.path("requestBody"));
            sent.add(operation.path("parameters"));
            operation.path("responses").properties().forEach(answer -> {
                if (answer.getKey().startsWith("2")) {
                    got.add(answer.getValue());
                }
            });
        }));
        var names = new TreeSet<String>();
        schemas.reachableFrom(got).fieldNames().forEachRemaining(names::add);
        schemas.reachableFrom(sent).fieldNames().forEachRemaining(names::remove);
        return names;
    }

    /** A service's own words go before the gateway's, which is the first of the documents. */
    private List<JsonNode> usedTags(ObjectNode all) {
        var used = new TreeMap<String, JsonNode>();
        all.forEach(path -> path.forEach(operation -> operation
                .path("tags")
                .forEach(tag -> used.put(
                        tag.asText(), JsonNodeFactory.instance.objectNode().put("name", tag.asText())))));
        documents.forEach(source -> source.tags().forEach(tag -> {
            if (tag.has("description")) {
                used.replace(tag.path("name").asText(), tag);
            }
        }));
        return List.copyOf(used.values());
    }
}
