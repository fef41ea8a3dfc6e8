import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Prints tokens of a partner's super-admin, no two alike: {@code ISSUER PARTNER HOW_MANY}. */
final class Tokens {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final Pattern TOKEN = Pattern.compile("\"access_token\"\\s*:\\s*\"([^\"]+)\"");

    public static void main(String[] args) {
        IntStream.range(0, Integer.parseInt(args[2])).parallel().mapToObj(i -> token(args[0], args[1], i)).forEach(System.out::println);
    }

    private static String token(String issuer, String partner, int number) {
        try {
            var form = "grant_type=client_credentials&client_id=bench&client_secret=none&role=partner-super-admin"
                    + "&programs=msp-flex&subject=bench-" + number % 8 + "&partner_id=" + partner;
            var request = HttpRequest.newBuilder(URI.create(issuer + "/token"))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(form))
                    .build();
            var token = TOKEN.matcher(HTTP.send(request, BodyHandlers.ofString()).body());
            if (!token.find()) {
                throw new IllegalStateException("the issuer gave no token");
            }
            return token.group(1);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
