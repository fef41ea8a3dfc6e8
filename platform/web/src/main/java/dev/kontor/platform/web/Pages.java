package dev.kontor.platform.web;

import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.RestResponse;

/** Answers pages with their {@code Link} to the next one (RFC 8288). */
public final class Pages {

    private Pages() {}

    public static <T> RestResponse<Page<T>> ok(UriInfo uri, Page<T> page) {
        return ok(uri, page.nextCursor(), page);
    }

    /** The same of a page that says more than its items. */
    public static <T> RestResponse<T> ok(UriInfo uri, String nextCursor, T page) {
        var response = RestResponse.ResponseBuilder.ok(page);
        if (nextCursor != null) {
            // Relative, so that it holds behind the gateway, whatever its name is.
            var next = uri.getRequestUriBuilder()
                    .replaceQueryParam("cursor", nextCursor)
                    .build();
            response.header("Link", "<" + next.getRawPath() + "?" + next.getRawQuery() + ">; rel=\"next\"");
        }
        return response.build();
    }
}
