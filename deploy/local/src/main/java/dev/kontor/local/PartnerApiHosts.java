package dev.kontor.local;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The names under which the vendor's own partner API is served over TLS, so that clients with hard-coded hosts can be pointed
 * here by name resolution.
 *
 * @param id where tokens are given
 * @param api the global host
 * @param regional the host of a region, with {@code {dataRegion}} in its first label; the global one where it is not set
 * @param port where they are served, on 127.0.0.1
 */
record PartnerApiHosts(String id, String api, Optional<String> regional, int port) {

    private static final String REGION = "{dataRegion}";
    private static final Pattern NAME =
            Pattern.compile("[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+");

    /** Empty where nobody asked for them. */
    static Optional<PartnerApiHosts> of(Options options, Ports ports) {
        return options.value("partner-api-hosts")
                .map(list -> of(
                        list.split(",", -1),
                        options.value("partner-api-port")
                                .map(PartnerApiHosts::port)
                                .orElse(ports.partnerApi())));
    }

    private static PartnerApiHosts of(String[] names, int port) {
        boolean known = (names.length == 2 || names.length == 3)
                && isName(names[0])
                && isName(names[1])
                && (names.length == 2 || isRegional(names[2]));
        if (!known) {
            throw new Refusal("--partner-api-hosts takes ID,API[,REGIONAL], like"
                    + " id.example.test,api.example.test,api-" + REGION + ".example.test");
        }
        return new PartnerApiHosts(
                names[0], names[1], names.length == 3 ? Optional.of(names[2]) : Optional.empty(), port);
    }

    /** What a certificate must be for; a name may have a star for its whole first label only (RFC 6125). */
    List<String> certified() {
        return regional.map(name -> List.of(id, api, "*" + name.substring(name.indexOf('.'))))
                .orElse(List.of(id, api));
    }

    String idUrl() {
        return url(id);
    }

    String apiUrl() {
        return url(api);
    }

    Optional<String> regionalUrl() {
        return regional.map(this::url);
    }

    private String url(String name) {
        return "https://" + name + (port == 443 ? "" : ":" + port);
    }

    private static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    private static boolean isRegional(String name) {
        int first = name.indexOf('.');
        return first > 0
                && name.substring(0, first).contains(REGION)
                && isName(name.replace(REGION, "eu01"))
                && !name.substring(first).contains("{");
    }

    private static int port(String word) {
        if (!word.matches("[0-9]{1,5}") || Integer.parseInt(word) < 1 || Integer.parseInt(word) > 65_535) {
            throw new Refusal("--partner-api-port takes a number up to 65535, not " + word);
        }
        return Integer.parseInt(word);
    }
}
