package dev.kontor.gateway.policy;

import java.util.List;
import java.util.Set;

/**
 * One method of one path template, and what it needs.
 *
 * @param service who answers it: a service's name, {@link #GATEWAY} or {@link #BY_JOB_ID}
 * @param permissions any of these lets a partner's principal in
 * @param authorities what lets others in: {@code vendor-operator}, {@code customer-admin}, {@code usage-reporter}
 * @param program the programme of the partner it also needs, or null
 * @param customerPlane whether it acts inside a customer's account, so that a partner also needs consent
 * @param openWhileSuspended whether a suspended partner may still call it
 * @param bodyLimit the longest body taken, in bytes
 * @param dialect which other API's routes and words these are, {@link #PARTNER_V1}; null for Kontor's own
 */
public record Route(
        String method,
        PathTemplate path,
        String service,
        Set<String> permissions,
        Set<String> authorities,
        Audience audience,
        String program,
        boolean customerPlane,
        Customer customer,
        boolean openWhileSuspended,
        long bodyLimit,
        String dialect) {

    public static final String GATEWAY = "gateway";
    public static final String BY_JOB_ID = "by-job-id";
    /** The vendor's own partner API (docs/partner-v1.md). */
    public static final String PARTNER_V1 = "partner-v1";

    /** Who is looked at: the holders of something, anyone with a valid token, or really anyone. */
    public enum Audience {
        HOLDERS,
        ANY_TOKEN,
        ANONYMOUS
    }

    /** How a call names the customer it is about. */
    public enum Customer {
        NONE,
        IN_PATH,
        /** {@code X-Tenant-ID}. */
        IN_HEADER,
        THROUGH_EXPORT
    }

    /** What this route is called in the access log and in {@code GET /v1/policy}. */
    public String name() {
        return method + " " + path;
    }

    /** The segment of a request's path that names the customer or the export, or null. */
    public String customerSegment(List<String> segments) {
        return switch (customer) {
            case NONE, IN_HEADER -> null;
            case IN_PATH -> segments.get(path.indexOf("customerId"));
            case THROUGH_EXPORT -> segments.get(path.indexOf("exportId"));
        };
    }
}
