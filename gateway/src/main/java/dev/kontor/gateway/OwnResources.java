package dev.kontor.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kontor.gateway.docs.Documents;
import dev.kontor.gateway.partnerapi.Roles;
import dev.kontor.gateway.partnerapi.TokenDoor;
import dev.kontor.gateway.policy.Policy;
import dev.kontor.gateway.policy.PolicyView;
import dev.kontor.gateway.problems.ProblemPages;
import dev.kontor.gateway.proxy.Compression;
import dev.kontor.platform.web.Acceptance;
import dev.kontor.platform.web.CommonProblem;
import dev.kontor.platform.web.InputError;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import jakarta.inject.Singleton;
import java.util.List;

/** The few resources the gateway answers itself. */
@Singleton
class OwnResources {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> JSON_ONLY = List.of("application/json");

    private final Buffer policy;
    private final ProblemPages problems;
    private final Documents documents;
    private final TokenDoor tokenDoor;
    private final Roles roles;
    private final ProtectedResource resource;

    OwnResources(
            Policy policy,
            ProblemPages problems,
            Documents documents,
            TokenDoor tokenDoor,
            Roles roles,
            ProtectedResource resource) {
        this.policy = json(PolicyView.of(policy));
        this.problems = problems;
        this.documents = documents;
        this.tokenDoor = tokenDoor;
        this.roles = roles;
        this.resource = resource;
    }

    Future<Void> answer(Call call) {
        if (!call.isForeign()) {
            refuseParameters(call);
        }
        switch (call.route().path().toString()) {
            case "/v1/whoami" -> send(call, json(WhoAmI.of(call.principal, call.grant)));
            case "/v1/policy" -> send(call, policy);
            case "/problems/{code}" -> problems.send(call.request, call.segment(1));
            case "/" -> documents.sendEntrance(call.request);
            case "/openapi.json" -> documents.sendJson(call.request);
            case "/openapi.yaml" -> documents.sendYaml(call.request);
            case ProtectedResource.PATH -> send(call, json(resource.metadata(call.request)));
            case "/docs" -> documents.sendPage(call.request);
            case "/docs/{file}" -> documents.sendFile(call.request, call.segment(1));
            case "/openapi-partner-v1.json" -> documents.sendPartnerV1(call.request);
            case "/api/v2/oauth2/token" -> {
                return tokenDoor.answer(call.request, call.trace);
            }
            case "/partner/v1/roles" ->
                send(
                        call,
                        json(roles.list(
                                call.queried("type").orElse(null),
                                call.queried("principalType").orElse(null))));
            case "/partner/v1/roles/permission-sets" -> send(call, json(roles.permissionSets()));
            case "/partner/v1/roles/{roleId}" -> send(call, json(roles.get(call.segment(3))));
            default ->
                throw new IllegalStateException("Nobody answers " + call.route().name());
        }
        return Future.succeededFuture();
    }

    private static void refuseParameters(Call call) {
        var query = call.target.query();
        if (query != null && !query.isEmpty()) {
            int end = query.indexOf('=');
            var name = end < 0 ? query : query.substring(0, end);
            throw CommonProblem.UNKNOWN_PARAMETER
                    .problem(name)
                    .withErrors(List.of(InputError.parameter(name, "unknown-parameter", name)));
        }
    }

    private static void send(Call call, Buffer body) {
        Acceptance.of(call.request.headers().getAll(HttpHeaders.ACCEPT)).best(JSON_ONLY);
        boolean fitting = body.length() >= Compression.LEAST;
        boolean compressed = fitting && Compression.isWanted(call.request);
        call.request.resume();
        var response = call.request.response().putHeader(HttpHeaders.CONTENT_TYPE, "application/json");
        if (fitting) {
            Compression.mark(response.headers(), compressed);
        }
        response.end(compressed ? Compression.gzip(body) : body);
    }

    private static Buffer json(Object view) {
        try {
            return Buffer.buffer(JSON.writeValueAsBytes(view));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
