package dev.kontor.customers.access;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Whether an administrator or automation client may come in.
 *
 * @param since when the state was decided; null where nobody ever did
 * @param sessionsEndedAt tokens issued up to that second are refused; null where sessions were never ended
 */
@Schema(name = "AdministratorAccess", description = "Whether an administrator or automation client may come in")
public record AccessView(
        AccessState state,
        @Schema(description = "What was said when it was decided; null where nothing was", nullable = true)
                String reason,
        @Schema(description = "When the state was decided; null where nobody ever did", nullable = true) Instant since,
        @Schema(
                        description =
                                "Tokens issued up to that second are refused; null where sessions were never ended",
                        nullable = true)
                Instant sessionsEndedAt) {

    /** Of whom nobody decided anything. */
    public static final AccessView OPEN = new AccessView(AccessState.ACTIVE, null, null, null);
}
