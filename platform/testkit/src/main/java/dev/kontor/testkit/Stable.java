package dev.kontor.testkit;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * One exchange with what differs from run to run replaced by samples: ids by order of appearance, times as seen from one fixed moment,
 * secrets by obvious ones. Long arrays of an answer are cut.
 */
final class Stable {

    static final int ITEMS = 2;

    private static final LocalDate TODAY = LocalDate.of(2026, 12, 1);
    private static final LocalTime HALF_PAST_NINE = LocalTime.of(9, 30);
    /** Journeys are slow at times. */
    private static final Duration JUST_NOW = Duration.ofSeconds(100);

    private static final DateTimeFormatter MILLIS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    /** What tests append to a name for it to be the only one. */
    private static final Pattern OF_NAME = Pattern.compile("(?<=\\p{L}) " + UUID.pattern());
    /** The same of codes; ids of jobs are made so, too. */
    private static final Pattern OF_CODE =
            Pattern.compile("(?<![a-z-])(?!(?:billing|customers|licensing|reporting)-)([a-z]+(?:-[a-z]+)*-|[a-z])("
                    + UUID.pattern() + ")");

    private static final Pattern OF_SUBJECT = Pattern.compile("(?<=[a-z0-9])@" + UUID.pattern());

    private static final Pattern INSTANT =
            Pattern.compile("(\\d{4}-\\d{2}-\\d{2})(T\\d{2}:\\d{2}:\\d{2}(?:\\.\\d+)?)Z");
    private static final Pattern DATE = Pattern.compile("(?<![\\d-])20\\d{2}-\\d{2}-\\d{2}(?![\\dT-])");
    private static final Pattern MONTH = Pattern.compile("(?<![\\d-])20\\d{2}-(?:0[1-9]|1[0-2])(?![\\d-])");
    private static final Pattern COMPACT_DATE = Pattern.compile("(?<=\"102\\\\\">)20\\d{6}(?=<)");
    /** Of statements and invoices: the series, the year, and the number within both. */
    private static final Pattern NUMBER =
            Pattern.compile("(?<![A-Z0-9-])([A-Z][A-Za-z0-9-]{0,40}-)20\\d{2}-\\d{6}(?!\\d)");
    /** A series that tests made for one issuer. */
    private static final Pattern SERIES = Pattern.compile("(?<=\")([A-Z])[0-9a-f]{8}-[0-9a-f]{3}(?=[-\"])");

    private static final Pattern HOST = Pattern.compile("https?://(?:localhost|127\\.0\\.0\\.1)(?::\\d+)?");
    private static final Pattern TOKEN =
            Pattern.compile("(?<![A-Za-z0-9_-])[A-Za-z0-9_-]{16,2000}+\\.[A-Za-z0-9_-]*+\\.[A-Za-z0-9_-]{20,}");
    /** 32 bytes in Base64, as launch codes and the members of keys are. */
    private static final Pattern BYTES =
            Pattern.compile("(?<![A-Za-z0-9_-])(?=[a-z_-]*+[A-Z0-9])[A-Za-z0-9_-]{43}(?![A-Za-z0-9_-])");

    private static final Pattern LICENSE_KEY = Pattern.compile("[0-9A-HJKMNP-TV-Z]{5}(?:-[0-9A-HJKMNP-TV-Z]{5}){4}");
    private static final Pattern SHA256 = Pattern.compile("(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])");
    private static final Map<String, String> SAMPLES = Map.of(
            "nextCursor", "eyJ2IjoxfQ",
            "cursor", "eyJ2IjoxfQ",
            "traceId", "4bf92f3577b34da6a3ce929d0e0e4736");

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private final Instant now;
    private final LocalDate today;
    private final Instant shownNow;
    private final LocalDate shownToday;
    private final Map<String, String> ids = new HashMap<>();
    private final Map<String, Integer> codes = new HashMap<>();
    private final Map<String, String> numbers = new HashMap<>();
    private final Map<String, String> hashes = new HashMap<>();

    /**
     * A moved clock was moved to a certain day of its month, which stays; else the day is the machine's.
     *
     * @param now what the service's clock shows
     * @param machine what the machine's shows
     */
    Stable(Instant now, Instant machine) {
        this.now = now;
        this.today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        var moved = Duration.between(machine, now).abs().compareTo(Duration.ofHours(1)) > 0;
        this.shownToday = moved ? TODAY.withDayOfMonth(today.getDayOfMonth()) : TODAY;
        this.shownNow = shownToday.atTime(HALF_PAST_NINE).toInstant(ZoneOffset.UTC);
    }

    ObjectNode of(ObjectNode exchange) {
        var copy = exchange.deepCopy();
        cut(copy.path("answer"));
        samples(copy);
        var text = OF_NAME.matcher(copy.toString()).replaceAll("");
        text = OF_SUBJECT.matcher(text).replaceAll("@hansa.example");
        text = OF_CODE.matcher(text)
                .replaceAll(found -> found.group(1) + codes.computeIfAbsent(found.group(2), x -> codes.size() + 1));
        text = replaced(
                text,
                UUID,
                id -> ids.computeIfAbsent(id, x -> "019b2a6c-5e40-7c31-9d24-6f0a1b2c3d%02x".formatted(ids.size() + 1)));
        text = replaced(text, HOST, host -> "https://crm.example");
        text = replaced(text, TOKEN, token -> "eyJhbGciOiJFUzI1NiJ9.sample-claims.sample-signature-sample");
        text = replaced(
                text,
                BYTES,
                bytes -> hashes.computeIfAbsent(
                        bytes, x -> "sample-of-thirty-two-random-bytes-number-%02d".formatted(hashes.size() + 1)));
        text = replaced(text, LICENSE_KEY, key -> "7Q2XM-0KD4T-9WZ1R-BHC6N-V3F8A");
        text = replaced(
                text,
                SHA256,
                hash -> hashes.computeIfAbsent(
                        hash, x -> "%02x".formatted(hashes.size() + 0xa1).repeat(32)));
        text = SERIES.matcher(text).replaceAll("$1R");
        text = NUMBER.matcher(text)
                .replaceAll(found -> found.group(1) + TODAY.getYear() + "-"
                        + numbers.computeIfAbsent(found.group(), x -> "%06d".formatted(numbers.size() + 1)));
        text = instants(text);
        text = replaced(text, COMPACT_DATE, day -> compact(date(iso(day))));
        text = replaced(text, DATE, this::date);
        text = replaced(text, MONTH, this::month);
        return parsed(text);
    }

    private static void cut(JsonNode node) {
        if (node instanceof ArrayNode array
                && array.size() > ITEMS
                && !array.get(0).isValueNode()) {
            while (array.size() > ITEMS) {
                array.remove(ITEMS);
            }
        }
        node.forEach(Stable::cut);
    }

    private static void samples(JsonNode node) {
        if (node instanceof ObjectNode object) {
            List.copyOf(object.properties()).forEach(member -> {
                if (member.getKey().equals("actions") && member.getValue() instanceof ObjectNode actions) {
                    sort(actions);
                }
                var sample = SAMPLES.get(member.getKey());
                if (sample != null && member.getValue().isTextual()) {
                    member.setValue(TextNode.valueOf(sample));
                }
            });
        }
        node.forEach(Stable::samples);
    }

    /** Actions come in no order, and in another one with each start. */
    private static void sort(ObjectNode actions) {
        var sorted = new TreeMap<String, JsonNode>();
        actions.properties().forEach(action -> sorted.put(action.getKey(), action.getValue()));
        actions.removeAll();
        actions.setAll(sorted);
    }

    /**
     * What the clock said is told apart by minutes only, as its seconds are the machine's; of those in one minute each has a second of
     * its own, so that their order stays.
     */
    private String instants(String text) {
        var measured = new TreeSet<Instant>();
        INSTANT.matcher(text)
                .results()
                .map(found -> Instant.parse(found.group()))
                .filter(this::isMeasured)
                .forEach(measured::add);
        var shown = new HashMap<Instant, String>();
        var seconds = new HashMap<Long, Integer>();
        for (var instant : measured) {
            var minutes = minutesFromNow(instant);
            var second = seconds.merge(minutes, 1, Integer::sum) - 1;
            shown.put(
                    instant,
                    MILLIS.format(shownNow.plus(minutes, ChronoUnit.MINUTES).plusSeconds(second)));
        }
        return INSTANT.matcher(text).replaceAll(found -> {
            var instant = shown.get(Instant.parse(found.group()));
            return instant != null ? instant : date(found.group(1)) + found.group(2) + "Z";
        });
    }

    /** Others were given, or are the beginning of a day or month; what was cut to its minute is as late in its day as the clock. */
    private boolean isMeasured(Instant instant) {
        if (!isCut(instant)) {
            return true;
        }
        var days = Math.round(Duration.between(now, instant).toMillis() / 86_400_000.0);
        return !instant.equals(instant.truncatedTo(ChronoUnit.DAYS)) && isNow(instant.minus(days, ChronoUnit.DAYS));
    }

    private static boolean isCut(Instant instant) {
        return instant.equals(instant.truncatedTo(ChronoUnit.SECONDS));
    }

    private boolean isNow(Instant instant) {
        return Duration.between(now, instant).abs().compareTo(JUST_NOW) < 0;
    }

    /** What was cut to the beginning of its minute is up to one minute early. */
    private long minutesFromNow(Instant instant) {
        if (isNow(instant)) {
            return 0;
        }
        var step = isCut(instant) ? 5 : 1;
        return Math.round(Duration.between(now, instant).toMillis() / 60_000.0 / step) * step;
    }

    /** First and last days of months stay such, as they are a month's; others keep their distance from today. */
    private String date(String text) {
        var date = LocalDate.parse(text);
        if (date.getDayOfMonth() == 1) {
            return moved(YearMonth.from(date)).atDay(1).toString();
        }
        if (date.getDayOfMonth() == date.lengthOfMonth()) {
            return moved(YearMonth.from(date)).atEndOfMonth().toString();
        }
        return shownToday.plusDays(ChronoUnit.DAYS.between(today, date)).toString();
    }

    private static String iso(String compact) {
        return LocalDate.parse(compact, DateTimeFormatter.BASIC_ISO_DATE).toString();
    }

    private static String compact(String iso) {
        return iso.replace("-", "");
    }

    private String month(String text) {
        return moved(YearMonth.parse(text)).toString();
    }

    private YearMonth moved(YearMonth month) {
        return YearMonth.from(TODAY).plusMonths(YearMonth.from(today).until(month, ChronoUnit.MONTHS));
    }

    private static String replaced(String text, Pattern what, UnaryOperator<String> by) {
        return what.matcher(text).replaceAll(found -> by.apply(found.group()));
    }

    private static ObjectNode parsed(String text) {
        try {
            return (ObjectNode) JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
