package dev.kontor.customers.crm;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** {@code kontor.crm.*}. */
@ConfigMapping(prefix = "kontor.crm")
interface CrmConfig {

    /** 32 bytes in Base64: what client secrets are sealed with. Without it no CRM can be connected. */
    Optional<String> secretKey();

    /** Whether a CRM may be on this machine, and then also speak plain HTTP; for the local suite and tests alone. */
    @WithDefault("false")
    boolean loopback();

    /** Salesforce's version of its REST API, as it stands in paths. */
    @WithDefault("v62.0")
    String apiVersion();

    /** How long one call may take in all. */
    @WithDefault("PT10S")
    Duration timeout();

    /** After the first failure; doubled with each further one. */
    @WithDefault("PT5S")
    Duration firstRetry();

    @WithDefault("PT1H")
    Duration longestRetry();
}
