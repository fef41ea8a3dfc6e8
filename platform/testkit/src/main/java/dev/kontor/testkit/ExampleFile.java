package dev.kontor.testkit;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The examples of one operation, {@code contracts/examples/<service>/<operation>.json}: of each kind of request and answer the one that
 * shows most, and of each problem. What an earlier run left is replaced; nothing but the file remembers, since Quarkus loads classes anew
 * from time to time.
 */
final class ExampleFile {

    private static final long RUN = ManagementFactory.getRuntimeMXBean().getStartTime();
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    private static final DefaultIndenter INDENT = new DefaultIndenter("  ", "\n");
    private static final Pattern PROSE = Pattern.compile("\\p{Lu}\\p{L}{3,}([ ,.&@()-]+[\\p{L}\\d]+)*[.)]?");
    private static final Pattern POOR = Pattern.compile(
            "[a-z]-?\\d*|[A-Z]|.*(\\p{L})\\1\\1\\1.*|.*[^\\x20-\\x7e\\u00c0-\\u017f–„“”€].*|.*[<>].*|.{160,}",
            Pattern.DOTALL);

    private static final Comparator<JsonNode> BEST =
            Comparator.comparingInt(ExampleFile::worth).thenComparing(JsonNode::toString, Comparator.reverseOrder());

    private final Path path;

    ExampleFile(String service, String operation) {
        this.path = Path.of(System.getProperty("kontor.root"), "contracts/examples", service, operation + ".json");
    }

    void offerExchange(ObjectNode exchange) {
        synchronized (ExampleFile.class) {
            var file = read();
            var kept = new TreeMap<String, JsonNode>();
            file.withArray("exchanges").forEach(one -> kept.put(kind(one), one));
            kept.merge(kind(exchange), exchange, ExampleFile::better);
            var query = file.withObject("/query");
            exchange.path("query")
                    .properties()
                    .forEach(parameter -> query.set(
                            parameter.getKey(),
                            query.has(parameter.getKey())
                                    ? better(query.get(parameter.getKey()), parameter.getValue())
                                    : parameter.getValue()));
            file.putArray("exchanges").addAll(kept.values());
            write(file, sorted(query), sorted(file.withObject("/problems")));
        }
    }

    void offerProblem(String code, JsonNode problem) {
        synchronized (ExampleFile.class) {
            var file = read();
            var problems = file.withObject("/problems");
            problems.set(code, problems.has(code) ? better(problems.get(code), problem) : problem);
            write(file, sorted(file.withObject("/query")), sorted(problems));
        }
    }

    /** One of each is kept. */
    private static String kind(JsonNode exchange) {
        return exchange.path("status") + " " + exchange.at("/request/type").asText() + " "
                + exchange.at("/answer/type").asText();
    }

    private static JsonNode better(JsonNode one, JsonNode other) {
        return BEST.compare(one, other) >= 0 ? one : other;
    }

    /** How much it shows: members that hold something, and words a person would write. */
    private static int worth(JsonNode node) {
        if (node.isValueNode()) {
            return node.isTextual() ? words(node.textValue()) : node.isNull() ? 0 : isUsual(node) ? 2 : 1;
        }
        var worth = 0;
        for (var child : node) {
            worth += worth(child);
        }
        return worth;
    }

    /** Not the least that is allowed, nor the most. */
    private static boolean isUsual(JsonNode node) {
        return node.isNumber() && node.doubleValue() > 1 && node.doubleValue() <= 1_000;
    }

    private static int words(String text) {
        if (text.isEmpty()) {
            return 0;
        }
        return POOR.matcher(text).matches() ? -6 : PROSE.matcher(text).matches() ? 2 : 1;
    }

    private ObjectNode read() {
        try {
            if (Files.exists(path) && Files.getLastModifiedTime(path).toMillis() >= RUN) {
                return (ObjectNode) JSON.readTree(path.toFile());
            }
            return JSON.createObjectNode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(ObjectNode file, ObjectNode query, ObjectNode problems) {
        var ordered = JSON.createObjectNode();
        ordered.set("exchanges", file.withArray("exchanges"));
        ordered.set("query", query);
        ordered.set("problems", problems);
        try {
            Files.createDirectories(path.getParent());
            var printer = new DefaultPrettyPrinter().withObjectIndenter(INDENT).withArrayIndenter(INDENT);
            Files.writeString(path, JSON.writer(printer).writeValueAsString(ordered) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObjectNode sorted(ObjectNode members) {
        var byName = new TreeMap<String, JsonNode>();
        members.properties().forEach(member -> byName.put(member.getKey(), member.getValue()));
        return JSON.createObjectNode().setAll(byName);
    }
}
