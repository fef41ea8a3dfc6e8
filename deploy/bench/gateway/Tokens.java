import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Pattern;

/** Prints tokens of a partner's super-admin, no two alike: {@code ISSUER PARTNER HOW_MANY}. */
final class Tokens {

    private static final Pattern TOKEN = Pattern.compile("\"access_token\"\\s*:\\s*\"([^\"]+)\"");

    public static void main(String[] args) throws Exception {
        var http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        for (var i = 0; i < Integer.parseInt(args[2]); i++) {
            var form = "grant_type=client_credentials&client_id=bench&client_secret=none&role=partner-super-admin"
                    + "&programs=msp-flex&subject=bench-" + i % 8 + "&partner_id=" + args[1];
            var request = HttpRequest.newBuilder(URI.create(args[0] + "/token"))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(form))
                    .build();
            var token = TOKEN.matcher(http.send(request, BodyHandlers.ofString()).body());
            if (!token.find()) {
                throw new IllegalStateException("the issuer gave no token");
            }
            System.out.println(token.group(1));
        }
    }
}
