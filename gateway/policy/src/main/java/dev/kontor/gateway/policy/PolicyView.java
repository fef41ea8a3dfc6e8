package dev.kontor.gateway.policy;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The answer of {@code GET /v1/policy}: who holds which permission, and what every route needs. */
public record PolicyView(Map<String, List<String>> permissions, List<RouteView> routes) {

    /** One route: whoever holds any of {@code allow}, and the programme, and the customer's consent where said. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record RouteView(
            String method,
            String path,
            List<String> allow,
            String program,
            boolean needsPartnerAssistance,
            boolean openWhileSuspended,
            String dialect) {

        static RouteView of(Route route) {
            var allow =
                    switch (route.audience()) {
                        case ANY_TOKEN -> List.of("any-token");
                        case ANONYMOUS -> List.of("anonymous");
                        case HOLDERS ->
                            Stream.concat(route.permissions().stream(), route.authorities().stream())
                                    .toList();
                    };
            return new RouteView(
                    route.method(),
                    route.path().toString(),
                    allow,
                    route.program(),
                    route.customerPlane(),
                    route.openWhileSuspended(),
                    route.dialect());
        }
    }

    public static PolicyView of(Policy policy) {
        return new PolicyView(
                policy.matrixByLabel(),
                policy.routes().stream().map(RouteView::of).toList());
    }
}
