package dev.kontor.platform.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kontor.platform.web.CommonProblem;
import dev.kontor.platform.web.InputError;
import dev.kontor.platform.web.Problems;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Runs inside the transaction (its priority is behind {@code @Transactional}), so work and answer commit together. */
@Idempotent
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 300)
public class IdempotencyInterceptor {

    private static final String KEY = "Idempotency-Key";
    private static final int LONGEST_KEY = 255;
    /** The largest answer that is kept, in bytes. */
    private static final int LARGEST = 256 * 1024;
    /** Under this name a request has the key whose answer was not kept. */
    static final String NOT_KEPT = IdempotencyKeys.Id.class.getName();

    private final IdempotencyKeys keys;
    private final KeptAnswers keptAnswers;
    private final ObjectMapper mapper;
    private final CurrentVertxRequest request;

    IdempotencyInterceptor(
            IdempotencyKeys keys, KeptAnswers keptAnswers, ObjectMapper mapper, CurrentVertxRequest request) {
        this.keys = keys;
        this.keptAnswers = keptAnswers;
        this.mapper = mapper;
        this.request = request;
    }

    @AroundInvoke
    Object once(InvocationContext call) throws Exception {
        var key = request.getCurrent() == null
                ? null
                : request.getCurrent().request().getHeader(KEY);
        if (key == null) {
            return call.proceed();
        }
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw Problems.invalid(InputError.parameter(KEY, "length", 1, LONGEST_KEY));
        }
        var http = request.getCurrent().request();
        var id = new IdempotencyKeys.Id(http.method().name(), http.path(), key);
        var fingerprint = fingerprint(call);
        var lock = keys.tryLock(id);
        if (!lock.mine()) {
            throw CommonProblem.IDEMPOTENCY_IN_PROGRESS.problem().header("Retry-After", "1");
        }
        var known = keys.find(id);
        if (known.isPresent()) {
            return replay(known.get(), fingerprint, call);
        }
        keptAnswers.requireRoom(lock.tenant());
        var answer = call.proceed();
        var kept = keeps(call) ? mapper.writeValueAsString(answer) : null;
        if (kept == null || kept.getBytes(StandardCharsets.UTF_8).length > LARGEST) {
            keys.keep(id, fingerprint, null);
            request.getCurrent().put(NOT_KEPT, id);
        } else {
            keys.keep(id, fingerprint, kept);
        }
        return answer;
    }

    private Object replay(IdempotencyKeys.Kept kept, String fingerprint, InvocationContext call)
            throws JsonProcessingException {
        if (!kept.fingerprint().equals(fingerprint)) {
            throw CommonProblem.IDEMPOTENCY_KEY_REUSED.problem();
        }
        if (kept.answer() == null) {
            var problem = CommonProblem.IDEMPOTENCY_RESULT_NOT_KEPT.problem();
            throw kept.location() == null ? problem : problem.header(HttpHeaders.LOCATION, kept.location());
        }
        request.getCurrent().response().putHeader("Idempotency-Replayed", "true");
        var type = mapper.constructType(call.getMethod().getGenericReturnType());
        return mapper.readValue(kept.answer(), type);
    }

    private static boolean keeps(InvocationContext call) {
        var declared = call.getInterceptorBinding(Idempotent.class);
        return declared == null || declared.keepAnswer();
    }

    private String fingerprint(InvocationContext call) throws JsonProcessingException {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(mapper.writeValueAsBytes(call.getParameters())));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
