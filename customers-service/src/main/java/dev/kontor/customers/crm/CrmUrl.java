package dev.kontor.customers.crm;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/** The address of a CRM: a scheme, a host, perhaps a port and a path, and nothing else. */
record CrmUrl(String scheme, String host, int port, String path) {

    private static final int HTTPS = 443;
    private static final int HTTP = 80;
    private static final int HIGHEST_PORT = 65_535;

    /** Empty where the text is no such address. */
    static Optional<CrmUrl> read(String text) {
        try {
            var uri = new URI(text.strip());
            var scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            var plain = uri.getRawQuery() == null && uri.getRawFragment() == null && uri.getRawUserInfo() == null;
            if (!plain || uri.getHost() == null || !(scheme.equals("https") || scheme.equals("http"))) {
                return Optional.empty();
            }
            if (uri.getPort() == 0 || uri.getPort() > HIGHEST_PORT) {
                return Optional.empty();
            }
            var usual = scheme.equals("https") ? HTTPS : HTTP;
            var path = uri.getRawPath() == null ? "" : uri.getRawPath().replaceAll("/+$", "");
            return Optional.of(new CrmUrl(
                    scheme, uri.getHost().toLowerCase(Locale.ROOT), uri.getPort() < 0 ? usual : uri.getPort(), path));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    boolean isEncrypted() {
        return scheme.equals("https");
    }

    String text() {
        var usual = isEncrypted() ? HTTPS : HTTP;
        return scheme + "://" + host + (port == usual ? "" : ":" + port) + path;
    }
}
