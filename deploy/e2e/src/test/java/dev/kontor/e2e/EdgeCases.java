package dev.kontor.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What people, browsers, spreadsheets and scripts really send, for one operation; the same for the same seed. */
final class EdgeCases {

    private static final Map<String, List<String>> HEADERS = Map.of(
            "Accept",
                    List.of(
                            "garbage",
                            "json",
                            ";",
                            "/",
                            "",
                            "application/*",
                            "*/*;q=0",
                            "*",
                            "image/*",
                            "text/html, */*;q=0.1",
                            "application/json;q=x",
                            "a/b/c",
                            "application/json, application/pdf;q=0.2"),
            "Accept-Language", List.of("-", "-,de", "de;q=x", "*-", ",", "_", "x".repeat(3_000)),
            "Content-Type",
                    List.of(
                            "json",
                            ";",
                            "/",
                            ",",
                            "a/b/c",
                            "application/",
                            "text/plain",
                            "application/json, text/plain",
                            "",
                            "application/json;charset=utf-42",
                            "multipart/form-data",
                            "application/xml"),
            "Content-Encoding", List.of("gzip", "x", "identity", ";", ""),
            "Accept-Encoding", List.of("br", "gzip", "gzip;q=0", ";", "identity;q=0"),
            "Idempotency-Key", List.of("", "k".repeat(300), "\u00fc\u00ff", "\"quoted\"", " "),
            "If-Match", List.of("garbage", "\"", "\"1.a\"", "W/\"1.a\"", ", ,", "\"999999999999999999999.x\""),
            "If-None-Match", List.of("garbage", "\"", ", ,"),
            "Range", List.of("garbage", "bytes=9-1", "bytes=-", "bytes=99999999999999999999-"),
            "traceparent", List.of("garbage", "00-0-0-00"));

    private static final List<String> QUERIES =
            List.of("%", "%zz", "%FF", "{a}", "a|b", "\"a\"", "a%", "edge=1", "%=%");
    private static final List<String> VALUES = List.of(
            "",
            "%",
            "100%",
            "%zz",
            "%FF",
            "%00",
            "-1",
            "0",
            "99999999999999999999",
            "1E%2B2147483648",
            "%C3%BC",
            "{x}",
            "'",
            "true",
            "null",
            "%F0%9F%98%80",
            "a".repeat(3_000),
            "2026-13-45",
            "2016-12-31T23:59:60Z");

    private static final List<String> WHOLE = List.of(
            "",
            "{",
            "null",
            "[]",
            "\"\"",
            "0",
            "true",
            "{\"a\":1,\"a\":2}",
            "{\"\":1E+2147483648}",
            "[{\"product\":-1e-2147483649}]",
            "[".repeat(20_000),
            "{\"a\":".repeat(300),
            "\u0000",
            "{} {}",
            "{'a':1}",
            "{\"a\":\"\\ud800\"}",
            "{\"edge\":1}");

    /** As spreadsheets and scripts save them; an operation reads those that are of its types. */
    private static final List<String> FILES = List.of(
            "customer;product;quantity\r\nM\u00fcller & S\u00f6hne;endpoint-advanced;1,5\r\n",
            "\ufeffsep=;\r\nKunde;Produkt;Menge\r\n\"M\u00fcller\";endpoint-advanced;\"1.234\"\r\n",
            "customer,product,quantity,amount\nx,y,\"1,234\",-1e2147483648\n\"",
            "\ufeff{\"eventId\":\"\u00fc\"}\r\n{\"quantity\":1E+2147483648}\r\n\r\nnull\n",
            "\u0000\t\n");

    private static final List<String> CHARSETS = List.of("UTF-8", "windows-1252", "UTF-16LE", "ISO-8859-15");

    private static final List<String> SCALARS =
            List.of("\"\"", "\"   \"", "1", "1.5", "true", "\"x\"", "[]", "{}", "[[]]", "1E+2147483648", "-1");

    private final PublishedOperation operation;
    private final Random random;
    private final boolean harmless;

    /** One request's oddness. */
    record Edge(String name, Map<String, String> headers, String path, String query, byte[] body, boolean mustRefuse) {}

    /** {@code harmless}: no body is ever whole, so that nothing of the vendor's is changed. */
    EdgeCases(PublishedOperation operation, long seed, boolean harmless) {
        this.operation = operation;
        this.random = new Random(seed ^ operation.id().hashCode());
        this.harmless = harmless;
    }

    /** As many as are wanted, each kind among them. */
    List<Edge> first(int count) {
        var kinds = List.of(ofHeaders(), ofTargets(), ofBodies(), ofMembers(count));
        var chosen = new ArrayList<Edge>();
        for (int i = 0; chosen.size() < count; i++) {
            var kind = kinds.get(i % kinds.size());
            int round = i / kinds.size();
            if (!kind.isEmpty()) {
                chosen.add(round < kind.size() ? kind.get(round) : together(kind, kinds));
            }
        }
        return chosen;
    }

    /** What was there once is combined with an odd header. */
    private Edge together(List<Edge> kind, List<List<Edge>> kinds) {
        var one = kind.get(random.nextInt(kind.size()));
        var other = kinds.get(0).get(random.nextInt(kinds.get(0).size()));
        var headers = new TreeMap<>(one.headers());
        headers.putAll(other.headers());
        return new Edge(
                one.name() + " and " + other.name(), headers, one.path(), one.query(), one.body(), one.mustRefuse());
    }

    private List<Edge> ofHeaders() {
        var edges = new ArrayList<Edge>();
        new TreeMap<>(HEADERS)
                .forEach((name, values) -> values.forEach(value ->
                        edges.add(new Edge(name + ": " + value, Map.of(name, value), "", "", whole(), false))));
        return shuffled(edges);
    }

    private List<Edge> ofTargets() {
        var edges = new ArrayList<Edge>();
        QUERIES.forEach(query -> edges.add(new Edge("?" + query, Map.of(), "", query, whole(), false)));
        List.of("%", "%zz", "/{id}", "%7B", "%2e")
                .forEach(path -> edges.add(new Edge("path" + path, Map.of(), path, "", whole(), false)));
        operation
                .queryParameters()
                .forEach(name -> VALUES.forEach(value ->
                        edges.add(new Edge(name + "=" + value, Map.of(), "", name + "=" + value, whole(), false))));
        return shuffled(edges);
    }

    private List<Edge> ofBodies() {
        if (operation.bodyType() == null) {
            return List.of();
        }
        var edges = new ArrayList<Edge>();
        WHOLE.forEach(text -> edges.add(body(text, text.getBytes(StandardCharsets.UTF_8))));
        edges.add(body("long", ("{\"edge\":\"" + "x".repeat(60_000) + "\"}").getBytes(StandardCharsets.UTF_8)));
        edges.add(body("Latin-1", "{\"name\":\"M\u00fcller\"}".getBytes(StandardCharsets.ISO_8859_1)));
        if (!harmless && operation.takesJson()) {
            var sample = operation.sample().toString();
            edges.add(body("mark", ("\ufeff" + sample).getBytes(StandardCharsets.UTF_8)));
            for (var charset : List.of("UTF-16LE", "UTF-16BE", "UTF-32LE")) {
                edges.add(body(charset, sample.getBytes(Charset.forName(charset))));
            }
            edges.add(typed(operation.bodyType() + ";charset=windows-1252", sample, "windows-1252"));
        }
        if (!harmless) {
            operation.bodyTypes().stream()
                    .filter(type -> !type.contains("*"))
                    .forEach(type -> FILES.forEach(text -> CHARSETS.forEach(charset -> {
                        edges.add(typed(type, text, charset));
                        edges.add(typed(type + ";charset=" + charset, text, charset));
                    })));
        }
        return shuffled(edges);
    }

    private static Edge typed(String type, String text, String charset) {
        var name = type + " in " + charset + " " + text.substring(0, Math.min(12, text.length()));
        return new Edge(name, Map.of("Content-Type", type), "", "", text.getBytes(Charset.forName(charset)), false);
    }

    private static Edge body(String name, byte[] bytes) {
        return new Edge("body " + name.substring(0, Math.min(40, name.length())), Map.of(), "", "", bytes, false);
    }

    private record Misfit(PublishedOperation.Member member, String value) {

        String name() {
            return "/" + String.join("/", member.path()) + " = " + value;
        }
    }

    /** A value of another kind in the place of a member: as many as can be used, since there may be thousands. */
    private List<Edge> ofMembers(int most) {
        if (!operation.takesJson()) {
            return List.of();
        }
        // Items of a report are refused one by one, and the call is not.
        boolean oneByOne = operation.path().matches("/v1/(usage-records|device-observations)");
        var misfits = shuffled(operation.members().stream()
                .flatMap(member -> SCALARS.stream().map(value -> new Misfit(member, value)))
                .filter(misfit -> !harmless || isOfNoKind(misfit.member(), misfit.value()))
                .collect(Collectors.toCollection(ArrayList::new)));
        eachMemberFirst(misfits);
        var edges = new ArrayList<Edge>();
        for (var misfit : misfits.subList(0, Math.min(most, misfits.size()))) {
            var json = replaced(operation.sample(), misfit.member().path(), misfit.value());
            if (json != null) {
                boolean must = !oneByOne && isOfNoKind(misfit.member(), misfit.value());
                edges.add(new Edge(misfit.name(), Map.of(), "", "", json.getBytes(StandardCharsets.UTF_8), must));
            }
        }
        return edges;
    }

    /** So that no member goes without while another has its second. */
    private static void eachMemberFirst(List<Misfit> misfits) {
        var seen = new HashMap<PublishedOperation.Member, Integer>();
        var turns = new HashMap<Misfit, Integer>();
        misfits.forEach(misfit -> turns.put(misfit, seen.merge(misfit.member(), 1, Integer::sum)));
        misfits.sort(Comparator.comparing(turns::get));
    }

    private static boolean isOfNoKind(PublishedOperation.Member member, String value) {
        return switch (value) {
            case "\"\"", "\"   \"" -> member.isNoText();
            case "\"x\"" ->
                Set.of("boolean", "integer", "number", "object", "array").contains(member.type());
            case "true" ->
                Set.of("integer", "number", "object", "array", "string").contains(member.type());
            case "[[]]" -> Set.of("boolean", "integer", "number", "string").contains(member.type());
            default -> false;
        };
    }

    /** Null where the sample has no such place. */
    private static String replaced(JsonNode sample, List<String> path, String value) {
        var whole = sample.deepCopy();
        JsonNode at = whole;
        for (var step : path.subList(0, path.size() - 1)) {
            at = at instanceof ArrayNode list ? list.path(Integer.parseInt(step)) : at.path(step);
        }
        if (!(at instanceof ObjectNode object)) {
            return null;
        }
        object.set(path.get(path.size() - 1), JsonNodeFactory.instance.textNode("\u00a7"));
        return whole.toString().replace("\"\u00a7\"", value);
    }

    private byte[] whole() {
        if (operation.bodyType() == null) {
            return null;
        }
        var text =
                harmless || !operation.takesJson() ? "{}" : operation.sample().toString();
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private <T> List<T> shuffled(List<T> all) {
        Collections.shuffle(all, random);
        return all;
    }
}
