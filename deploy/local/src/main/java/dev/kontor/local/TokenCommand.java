package dev.kontor.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** {@code deploy/token}: prints a caller's token, or the credentials with which a partner's automation client gets its own. */
final class TokenCommand {

    private static final Pattern UUID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Pattern SUBJECT = Pattern.compile("[A-Za-z0-9._@:-]{1,128}");

    private final Home.Note suite;
    private final Http http = new Http();
    private final Tokens tokens;

    TokenCommand(Home.Note suite) {
        this.suite = suite;
        this.tokens = new Tokens(http, suite.ports());
    }

    static Options options(List<String> line) {
        var options = Options.parse(
                line, Set.of("client"), Set.of("partner", "subject", "program", "customer", "scope", "token-life"));
        if (asksForCredentials(options)
                && Set.of("partner").containsAll(options.values().keySet())) {
            return options;
        }
        if (options.arguments().size() != 1) {
            throw new Refusal("Usage: deploy/token ROLE [--partner ID|NAME] [--subject S] [--program P]..."
                    + " [--customer ID] [--scope S]... [--client] [--token-life SECONDS]\n"
                    + "       deploy/token --client [--partner ID|NAME]");
        }
        var role = Role.of(options.arguments().get(0));
        if (role == Role.CUSTOMER_ADMIN && options.value("customer").isEmpty()) {
            throw new Refusal("customer-admin needs --customer ID");
        }
        options.value("customer").filter(id -> !UUID.matcher(id).matches()).ifPresent(id -> {
            throw new Refusal("--customer takes a customer's id, not " + id);
        });
        options.value("subject").filter(s -> !SUBJECT.matcher(s).matches()).ifPresent(s -> {
            throw new Refusal("A subject matches " + SUBJECT + ", not " + s);
        });
        return options;
    }

    private static boolean asksForCredentials(Options options) {
        return options.flag("client") && options.arguments().isEmpty();
    }

    String run(Options options) throws IOException {
        return asksForCredentials(options) ? credentials(options) : token(options);
    }

    /** As a shell reads them. */
    private String credentials(Options options) throws IOException {
        var id = partner(options.value("partner").orElse(null), true).path("id").asText();
        return "TOKEN_URL=" + suite.ports().issuerUrl() + "/token\nCLIENT_ID=" + id + "\nCLIENT_SECRET="
                + Clients.of(suite.data().secrets()).secretOf(id);
    }

    private String token(Options options) throws IOException {
        var role = Role.of(options.arguments().get(0));
        String partnerId = null;
        var programs = new LinkedHashSet<String>(options.all("program"));
        if (role.ofPartner() || options.value("partner").isPresent()) {
            var partner = partner(options.value("partner").orElse(null), programs.isEmpty());
            partnerId = partner.path("id").asText();
            if (programs.isEmpty()) {
                partner.path("programs").forEach(program -> programs.add(program.asText()));
            }
        }
        return tokens.get(new Tokens.Wish(
                role,
                options.value("subject").orElse(null),
                partnerId,
                options.value("customer").orElse(null),
                programs,
                new LinkedHashSet<>(options.all("scope")),
                options.flag("client"),
                options.value("token-life").map(CallerToken::life).orElse(null)));
    }

    private JsonNode partner(String wanted, boolean needsPrograms) throws IOException {
        var id = wanted;
        if (wanted == null) {
            id = DemoRecord.read(suite.data())
                    .orElseThrow(() -> new Refusal("No partner is there yet by default; name one with --partner"))
                    .partnerId();
        } else if (!UUID.matcher(wanted).matches()) {
            return byName(wanted);
        }
        if (needsPrograms) {
            var answer = http.get(partners() + "/" + id, operator());
            if (answer.ok()) {
                return answer.json();
            }
            System.err.println("No such partner yet: " + id + "; a token names no program of it");
        }
        return Http.JSON.createObjectNode().put("id", id);
    }

    // The exact name first, then the only one that starts like it.
    private JsonNode byName(String name) {
        var similar = new ArrayList<JsonNode>();
        var operator = operator();
        String cursor = null;
        do {
            var page = partners() + "?limit=200"
                    + (cursor == null ? "" : "&cursor=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8));
            var answer = http.get(page, operator);
            if (!answer.ok()) {
                throw new Refusal("Could not list the partners: " + answer.problem());
            }
            for (var partner : answer.json().path("items")) {
                if (partner.path("name").asText().equals(name)) {
                    return partner;
                }
                if (lower(partner.path("name").asText()).startsWith(lower(name))) {
                    similar.add(partner);
                }
            }
            cursor = answer.json().path("nextCursor").textValue();
        } while (cursor != null);
        if (similar.size() != 1) {
            throw new Refusal(
                    similar.isEmpty() ? "No partner is called " + name : "Several partners' names begin with " + name);
        }
        return similar.get(0);
    }

    private String operator() {
        return tokens.get(Tokens.Wish.of(Role.VENDOR_OPERATOR));
    }

    private String partners() {
        return suite.ports().url(Service.GATEWAY) + "/v1/partners";
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
