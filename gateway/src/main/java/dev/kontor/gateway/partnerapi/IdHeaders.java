package dev.kontor.gateway.partnerapi;

import dev.kontor.gateway.consent.CustomerId;
import dev.kontor.gateway.policy.GatewayProblem;
import dev.kontor.gateway.policy.Principal;
import dev.kontor.gateway.policy.Route;
import dev.kontor.gateway.policy.Route.Customer;
import dev.kontor.platform.web.Problems;
import io.vertx.core.MultiMap;
import java.util.Optional;
import java.util.UUID;

/** The headers by which the vendor's API says whom a call is about. They never decide what its caller may do. */
public final class IdHeaders {

    private static final String PARTNER = "X-Partner-ID";
    private static final String TENANT = "X-Tenant-ID";
    private static final String PARTNER_ROUTES = "/partner/v1/";

    private IdHeaders() {}

    /** Throws where a header that the route needs is missing, names another partner, or no customer at all. */
    public static void require(Route route, MultiMap headers, Principal principal) {
        if (route.path().toString().startsWith(PARTNER_ROUTES)) {
            requirePartner(headers, principal.partnerId());
        }
        if (route.customer() == Customer.IN_HEADER) {
            if (!headers.contains(TENANT)) {
                throw GatewayProblem.TENANT_HEADER_MISSING.problem();
            }
            if (tenant(headers).isEmpty()) {
                throw Problems.notFound();
            }
        }
    }

    /** The customer that {@code X-Tenant-ID} names; empty where it names none, or two. */
    public static Optional<UUID> tenant(MultiMap headers) {
        var named = headers.getAll(TENANT);
        return named.size() == 1 ? CustomerId.parse(named.get(0)) : Optional.empty();
    }

    private static void requirePartner(MultiMap headers, UUID partner) {
        var named = headers.getAll(PARTNER);
        if (named.isEmpty()) {
            throw GatewayProblem.PARTNER_HEADER_MISSING.problem();
        }
        var same = named.stream()
                .allMatch(text ->
                        CustomerId.parse(text).filter(id -> id.equals(partner)).isPresent());
        if (!same) {
            throw GatewayProblem.PARTNER_HEADER_OTHER.problem();
        }
    }
}
