package dev.kontor.platform.web.problems;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import dev.kontor.platform.web.CommonProblem;
import dev.kontor.platform.web.Problem;
import dev.kontor.platform.web.ProblemCatalog;
import dev.kontor.platform.web.ProblemDocument;
import dev.kontor.platform.web.Problems;
import dev.kontor.platform.web.Traces;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.persistence.OptimisticLockException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** One mapper for each family of exceptions; each ends in {@link #answer}. */
public final class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    /** Classes of SQLSTATE: no connection, rolled back for another's sake, out of resources, shutting down. */
    private static final Set<String> PASSING = Set.of("08", "40", "53", "57");

    private static final Duration SOON = Duration.ofSeconds(1);
    private static final int DEEPEST = 20;

    @ServerExceptionMapper
    public Response refused(Problem problem, UriInfo uri, HttpHeaders headers) {
        return answer(problem, uri, headers);
    }

    @ServerExceptionMapper(priority = 1)
    public Response invalid(ConstraintViolationException violations, UriInfo uri, HttpHeaders headers) {
        return answer(Violations.problem(violations), uri, headers);
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    public Response unauthenticated(SecurityException cause, UriInfo uri, HttpHeaders headers) {
        return answer(Problems.unauthenticated(), uri, headers);
    }

    @ServerExceptionMapper
    public Response forbidden(ForbiddenException cause, UriInfo uri, HttpHeaders headers) {
        return answer(Problems.roleRequired(), uri, headers);
    }

    @ServerExceptionMapper
    public Response unreadable(JsonProcessingException cause, UriInfo uri, HttpHeaders headers) {
        return answer(UnreadableJson.problem(cause), uri, headers);
    }

    /** Quarkus brings a mapper for just this type, which would win over the one for its parent. */
    @ServerExceptionMapper
    public Response mismatched(MismatchedInputException cause, UriInfo uri, HttpHeaders headers) {
        return answer(UnreadableJson.problem(cause), uri, headers);
    }

    @ServerExceptionMapper
    public Response lost(OptimisticLockException cause, UriInfo uri, HttpHeaders headers) {
        return answer(outrun(headers), uri, headers);
    }

    @ServerExceptionMapper
    public Response http(WebApplicationException cause, UriInfo uri, HttpHeaders headers) {
        if (cause.getCause() instanceof JsonProcessingException json) {
            return answer(UnreadableJson.problem(json), uri, headers);
        }
        var status = cause.getResponse().getStatus();
        if (status < 400) {
            return cause.getResponse();
        }
        return answer(
                switch (status) {
                    case 400 -> Problems.invalid();
                    case 401 -> Problems.unauthenticated();
                    case 403 -> Problems.roleRequired();
                    case 404 -> Problems.notFound();
                    case 405 -> CommonProblem.METHOD_NOT_ALLOWED.problem();
                    case 406 -> CommonProblem.NOT_ACCEPTABLE.problem();
                    case 413 -> CommonProblem.TOO_LARGE.problem();
                    case 415 -> CommonProblem.UNSUPPORTED_MEDIA_TYPE.problem();
                    default -> unforeseen(cause);
                },
                uri,
                headers);
    }

    @ServerExceptionMapper
    public Response failed(Throwable cause, UriInfo uri, HttpHeaders headers) {
        if (causes(cause).anyMatch(OptimisticLockException.class::isInstance)) {
            return answer(outrun(headers), uri, headers);
        }
        return answer(passes(cause) ? Problems.unavailable(SOON) : unforeseen(cause), uri, headers);
    }

    /** Another call changed the same first: who named a version has lost it, anybody else can try again. */
    private static Problem outrun(HttpHeaders headers) {
        return headers.getHeaderString(HttpHeaders.IF_MATCH) == null
                ? Problems.unavailable(SOON)
                : Problems.versionConflict();
    }

    /** From the outside in; what is noticed as a transaction commits comes in several wrappings. */
    private static Stream<Throwable> causes(Throwable cause) {
        return Stream.iterate(cause, Objects::nonNull, Throwable::getCause).limit(DEEPEST);
    }

    /**
     * Whether the database could not just now, such as where two calls waited for each other. Where the connection broke as
     * it committed, the work may be done all the same: the caller's idempotency key tells.
     */
    private static boolean passes(Throwable cause) {
        var passing = causes(cause)
                .filter(SQLException.class::isInstance)
                .map(each -> ((SQLException) each).getSQLState())
                .filter(state -> state != null && PASSING.stream().anyMatch(state::startsWith))
                .findFirst();
        passing.ifPresent(state -> LOG.warnf("A request failed for now, with SQLSTATE %s", state));
        return passing.isPresent();
    }

    private static Problem unforeseen(Throwable cause) {
        LOG.error("A request failed", cause);
        return CommonProblem.INTERNAL_ERROR.problem();
    }

    private static Response answer(Problem problem, UriInfo uri, HttpHeaders headers) {
        var language = ProblemCatalog.language(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
        var document = ProblemDocument.of(problem, language, uri.getRequestUri().getRawPath(), Traces.traceId());
        var response = Response.status(problem.status())
                .type(ProblemDocument.MEDIA_TYPE)
                .language(language)
                .entity(document);
        problem.headers().forEach(response::header);
        return response.build();
    }
}
