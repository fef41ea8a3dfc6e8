package dev.kontor.platform.security.passports;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;
import java.util.Map;

/** {@code kontor.trust.<process>}: whose passports this process believes. */
@ConfigMapping(prefix = "kontor.trust")
interface TrustConfig {

    /** By name of the process that signs: where its JWKS is. */
    @WithParentName
    Map<String, String> jwksByProcess();
}
