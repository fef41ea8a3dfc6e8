package dev.kontor.customers.partners;

import java.util.List;
import java.util.UUID;

/** A partner as other services hear of it: the state in {@code partner/…} records and the answer to their question. */
public record PartnerState(
        UUID id,
        String name,
        List<String> programs,
        String region,
        String currency,
        String locale,
        String logoHash,
        boolean suspended,
        long version) {

    /** What the gateway needs of it. */
    Programs onlyPrograms() {
        return new Programs(id, programs, suspended, version);
    }

    record Programs(UUID id, List<String> programs, boolean suspended, long version) {}
}
