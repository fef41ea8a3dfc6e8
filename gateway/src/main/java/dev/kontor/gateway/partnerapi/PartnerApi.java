package dev.kontor.gateway.partnerapi;

import java.util.List;
import java.util.regex.Pattern;

/** Where the vendor's partner API has its paths; Kontor has none of its own there. */
public final class PartnerApi {

    private static final List<String> PREFIXES = List.of(
            "/api/",
            "/whoami/",
            "/partner/",
            "/organization/",
            "/common/",
            "/endpoint/",
            "/licenses/",
            "/account-health-check/",
            "/accounts/",
            "/firewall/",
            "/siem/");
    private static final Pattern LEADING_SLASHES = Pattern.compile("^/+");

    private PartnerApi() {}

    /** Whether whoever asks for that path speaks the vendor's API; also where a join doubled its first slash. */
    public static boolean isForeign(String path) {
        var single = LEADING_SLASHES.matcher(path).replaceFirst("/");
        return PREFIXES.stream().anyMatch(single::startsWith);
    }
}
