package dev.kontor.licensing.partnerapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** A tenant's licences in the vendor's members. */
record TenantLicenses(Reference tenant, Reference partner, List<License> licenses) {

    record Reference(UUID id) {}

    record Product(String code, String name) {}

    /**
     * One licence.
     *
     * @param licenseIdentifier the id once more: licences have no other name here
     * @param endDate null where it has no end
     * @param perpetual always false: a monthly licence without an end is no perpetual one
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record License(
            UUID id,
            UUID licenseIdentifier,
            Product product,
            LocalDate startDate,
            LocalDate endDate,
            boolean perpetual,
            String type,
            Integer quantity,
            boolean unlimited) {}
}
