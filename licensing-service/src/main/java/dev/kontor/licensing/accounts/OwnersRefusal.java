package dev.kontor.licensing.accounts;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.kontor.licensing.LicensingProblem;
import dev.kontor.platform.web.InputError;
import dev.kontor.platform.web.Problem;
import dev.kontor.platform.web.Problems;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What customers-service refuses of a customer is refused here in its words, each place below {@code /customer}. */
@JsonIgnoreProperties(ignoreUnknown = true)
record OwnersRefusal(String code, String detail, List<Place> errors) {

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Place(String pointer, String code, String detail) {

        InputError here() {
            return InputError.pointer("/customer" + Objects.requireNonNullElse(pointer, ""), code)
                    .saying(detail);
        }
    }

    /** Empty where that is no refusal of what the caller gave, but trouble on our side. */
    static Optional<Problem> of(Response response, OrderedCustomer wanted) {
        if (response.getStatus() != 400 && response.getStatus() != 409) {
            return Optional.empty();
        }
        try {
            return response.readEntity(OwnersRefusal.class).problem(wanted, response.getStatus());
        } catch (ProcessingException unreadable) {
            return Optional.empty();
        }
    }

    private Optional<Problem> problem(OrderedCustomer wanted, int status) {
        if (status == 400) {
            return Optional.of(Problems.invalid(places()));
        }
        return LicensingProblem.EXTERNAL_ID_TAKEN.code().equals(code)
                ? Optional.of(LicensingProblem.EXTERNAL_ID_TAKEN.problem(wanted.externalId()))
                : Optional.empty();
    }

    private InputError[] places() {
        return errors == null || errors.isEmpty()
                ? new InputError[] {new Place("", code, detail).here()}
                : errors.stream().map(Place::here).toArray(InputError[]::new);
    }
}
