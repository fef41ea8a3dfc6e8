package dev.kontor.gateway.policy;

import java.util.List;
import java.util.Set;

/** What a method and a path mean. */
public sealed interface RouteMatch {

    /** There is no such path. */
    record Unknown() implements RouteMatch {}

    /** The path is known, the method is not: these are. */
    record OtherMethods(Set<String> allowed) implements RouteMatch {}

    /** The route, and the path's segments as they came. */
    record Found(Route route, List<String> segments) implements RouteMatch {

        /** The segment that names the customer or the export, or null. */
        public String customerSegment() {
            return route.customerSegment(segments);
        }
    }
}
