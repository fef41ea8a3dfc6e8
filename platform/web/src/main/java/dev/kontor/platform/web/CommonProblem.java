package dev.kontor.platform.web;

/** The problems that more than one module answers with; their codes are fixed by the public API. */
public enum CommonProblem implements ProblemType {
    MALFORMED_JSON(400),
    UNKNOWN_FIELD(400),
    UNKNOWN_PARAMETER(400),
    INVALID_CURSOR(400),
    VALIDATION_FAILED(400),
    UNAUTHENTICATED(401),
    ROLE_REQUIRED(403),
    PROGRAM_REQUIRED(403),
    SUBJECT_BLOCKED(403),
    PARTNER_SUSPENDED(403),
    NOT_FOUND(404),
    METHOD_NOT_ALLOWED(405),
    NOT_ACCEPTABLE(406),
    JOB_CANCELLED(409),
    JOB_FINISHED(409),
    IDEMPOTENCY_IN_PROGRESS(409),
    IDEMPOTENCY_RESULT_NOT_KEPT(409),
    VERSION_CONFLICT(412),
    TOO_LARGE(413),
    UNSUPPORTED_MEDIA_TYPE(415),
    IDEMPOTENCY_KEY_REUSED(422),
    IDEMPOTENCY_QUOTA_REACHED(429),
    TOO_MANY_CALLS(429),
    TOO_MANY_JOBS(429),
    INTERNAL_ERROR(500),
    SERVICE_UNAVAILABLE(503);

    private final int status;

    CommonProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
