package dev.kontor.gateway.policy;

import dev.kontor.platform.web.ProblemType;

/** What the gateway refuses by itself. */
public enum GatewayProblem implements ProblemType {
    CLOCK_MOVED_BACK(409),
    FRAMING_NOT_ACCEPTABLE(400),
    HEADER_NOT_ACCEPTABLE(400),
    NOT_OFFERED(404),
    PARTNER_HEADER_MISSING(401),
    PARTNER_HEADER_OTHER(403),
    PARTNER_ASSISTANCE_OFF(403),
    PATH_NOT_ACCEPTABLE(400),
    RATE_LIMITED(429),
    REQUEST_TOO_SLOW(408),
    SCOPE_REQUIRED(403),
    TENANT_HEADER_MISSING(401),
    UPGRADE_NOT_SUPPORTED(400);

    private final int status;

    GatewayProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
