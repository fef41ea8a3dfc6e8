package dev.kontor.customers.bulk;

import java.util.Set;
import java.util.UUID;

/**
 * A job as it is worked off: on behalf of whom, and what.
 *
 * @param programs of the partner as it was asked for
 * @param seesAll whether that one sees every customer of the partner
 */
record BulkJob(
        UUID partnerId,
        UUID id,
        BulkOperation operation,
        BulkRequest.Parameters parameters,
        String subject,
        boolean seesAll,
        Set<String> programs) {

    private static final String PREFIX = "customers-";

    /** The id as the API shows it: the prefix names this service. */
    static String shown(UUID id) {
        return PREFIX + id;
    }

    /** The id that is shown like that; null where none is. */
    static UUID read(String shown) {
        if (!shown.startsWith(PREFIX)) {
            return null;
        }
        try {
            return UUID.fromString(shown.substring(PREFIX.length()));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
