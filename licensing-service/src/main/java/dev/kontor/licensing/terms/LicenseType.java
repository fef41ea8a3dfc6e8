package dev.kontor.licensing.terms;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a licence came about and is paid for. */
@Schema(
        description =
                "trial: free for 30 days. term: by a licence key, for some months. monthly: billed by use. ordered: part of a managed order")
public enum LicenseType {
    TRIAL,
    TERM,
    MONTHLY,
    ORDERED;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
