package dev.kontor.customers.partnerapi;

import io.smallrye.config.ConfigMapping;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where the vendor's partner API is spoken, and which of the vendor's regions a country's data are in. */
@ConfigMapping(prefix = "kontor.partner-api")
interface PartnerApiConfig {

    /** The address scripts call, without a slash at its end. */
    String host();

    /** The address of a tenant's region, with {@code {dataRegion}} where it differs; the host itself where it is not set. */
    Optional<String> tenantHost();

    /** By the vendor's code of a geography. */
    Map<String, Geography> geographies();

    /** The geography of every country that none of them names. */
    String elsewhere();

    /** One of the vendor's places for data. */
    interface Geography {
        /** Such as {@code eu02}. */
        String region();

        /** ISO 3166-1 alpha-2. */
        Set<String> countries();
    }
}
