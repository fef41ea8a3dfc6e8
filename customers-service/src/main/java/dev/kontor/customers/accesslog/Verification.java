package dev.kontor.customers.accesslog;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a reading of the whole log found (domain.md rule 42).
 *
 * @param brokenAt the first entry that does not hold; null where all do, or where entries are missing
 */
@Schema(name = "AccessLogVerification", description = "What a reading of the whole chain found")
record Verification(
        @Schema(description = "Whether every entry's hash follows from the one before") boolean intact,
        @Schema(description = "How many entries hold, up to the first that does not") long entries,
        @Schema(description = "The end of the chain as it is now") SignedHead head,
        @Schema(
                        nullable = true,
                        description =
                                "Whether the log has the given hash at the given sequence; null where none was given")
                Boolean extendsYours,
        @Schema(
                        description =
                                "The first entry that does not hold; null where all do, or where entries are missing",
                        nullable = true)
                UUID brokenAt) {

    /** The head and this service's word for it, which it gives for an intact log only. */
    @Schema(name = "SignedAccessLogHead", description = "The end of the chain, with the service's signature")
    record SignedHead(
            @Schema(description = "How many entries the chain has") long sequence,
            @Schema(description = "The last entry's hash, in hexadecimal") String hash,
            @Schema(description = "When it was signed; null where the log is not intact", nullable = true)
                    Instant signedAt,
            @Schema(
                            nullable = true,
                            description =
                                    "A JWS over the head, to be verified with a key of `GET /v1/access-log-keys`; null where the log is not intact")
                    String signature) {}
}
