package dev.kontor.gateway;

import dev.kontor.gateway.consent.CustomerPlane;
import dev.kontor.gateway.partnerapi.IdHeaders;
import dev.kontor.platform.web.Problems;
import io.vertx.core.Future;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Which customer a call is about: the one in the path, the one whose export it is, or the launched session's own. */
@Singleton
class NamedCustomer {

    private final CustomerPlane customerPlane;

    NamedCustomer(CustomerPlane customerPlane) {
        this.customerPlane = customerPlane;
    }

    /** Fails with 404 where the call names none, or one its caller can not mean. */
    Future<UUID> of(Call call) {
        var customer =
                switch (call.route().customer()) {
                    case NONE -> own(call);
                    case IN_PATH ->
                        call.idInPath()
                                .map(Future::succeededFuture)
                                .orElseGet(() -> Future.failedFuture(Problems.notFound()));
                    case IN_HEADER ->
                        IdHeaders.tenant(call.request.headers())
                                .map(Future::succeededFuture)
                                .orElseGet(() -> Future.failedFuture(Problems.notFound()));
                    case THROUGH_EXPORT ->
                        call.idInPath()
                                .map(export -> customerPlane.customerOfExport(export, call.principal))
                                .orElseGet(() -> Future.failedFuture(Problems.notFound()));
                };
        return customer.compose(
                id -> mayMean(call, id) ? Future.succeededFuture(id) : Future.failedFuture(Problems.notFound()));
    }

    private static Future<UUID> own(Call call) {
        return call.principal.customerId() == null
                ? Future.failedFuture(Problems.notFound())
                : Future.succeededFuture(call.principal.customerId());
    }

    /** A customer's administrator and a launched session live in one account. */
    private static boolean mayMean(Call call, UUID customer) {
        return call.principal.customerId() == null
                || call.principal.customerId().equals(customer);
    }
}
