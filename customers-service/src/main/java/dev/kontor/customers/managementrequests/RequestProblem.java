package dev.kontor.customers.managementrequests;

import dev.kontor.platform.web.Problem;

/** Why a request is refused. */
final class RequestProblem {

    private RequestProblem() {}

    /** 422: no customer shows that key; whether one ever did is not told. */
    static Problem accountKeyUnknown() {
        return Problem.of(422, "account-key-unknown");
    }

    /** 409: the customer is the partner's already. */
    static Problem alreadyConnected() {
        return Problem.of(409, "already-connected");
    }

    /** 409: the partner has asked this customer, and may not ask twice at a time. */
    static Problem open() {
        return Problem.of(409, "management-request-open");
    }

    /** 409: it was answered, withdrawn, or expired. */
    static Problem closed(RequestState state) {
        return Problem.of(409, "management-request-closed", state.code()).with("state", state.code());
    }
}
