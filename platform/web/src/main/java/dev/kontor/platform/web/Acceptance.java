package dev.kontor.platform.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What {@code Accept} asks for (RFC 9110, section 12.5.1); a range that can't be read asks for nothing. */
public final class Acceptance {

    /** The member of a 406 and of a 415 that names what can be had, or is taken. */
    public static final String MEDIA_TYPES = "mediaTypes";

    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
    private static final Pattern RANGE = Pattern.compile("\\s*(?:(" + TOKEN + ")/(" + TOKEN + ")|\\*)\\s*(?:;(.*))?");
    private static final Pattern WEIGHT = Pattern.compile("(?:^|;)\\s*[qQ]\\s*=\\s*([^;\\s]*)\\s*(?:;|$)");
    private static final Pattern NUMBER = Pattern.compile("[01]|[01]?\\.[0-9]{1,9}|[01]\\.");
    private static final int LONGEST = 4_096;

    private final boolean anything;
    private final List<Range> ranges;

    private record Range(String type, String subtype, double weight, int place) {

        boolean takes(String offeredType, String offeredSubtype) {
            return (type.equals("*") || type.equalsIgnoreCase(offeredType))
                    && (subtype.equals("*") || subtype.equalsIgnoreCase(offeredSubtype));
        }

        int precision() {
            return (type.equals("*") ? 0 : 1) + (subtype.equals("*") ? 0 : 1);
        }
    }

    private record Match(String offered, Range range) {}

    private Acceptance(boolean anything, List<Range> ranges) {
        this.anything = anything;
        this.ranges = ranges;
    }

    /** Reads the values of the header's lines; none, or nothing in them, asks for nothing in particular. */
    public static Acceptance of(List<String> lines) {
        var all = String.join(",", lines);
        if (all.isBlank()) {
            return new Acceptance(true, List.of());
        }
        var ranges = new ArrayList<Range>();
        if (all.length() <= LONGEST) {
            for (var text : parted(all)) {
                range(text, ranges.size()).ifPresent(ranges::add);
            }
        }
        return new Acceptance(false, ranges);
    }

    /** Which of the offered types, all without parameters, are acceptable: the one liked best first. */
    public List<String> among(List<String> offered) {
        if (anything) {
            return offered;
        }
        return offered.stream()
                .map(this::match)
                .filter(Objects::nonNull)
                .sorted(Comparator.comparingDouble(
                                (Match match) -> -match.range().weight())
                        .thenComparingInt(match -> -match.range().precision())
                        .thenComparingInt(match -> match.range().place()))
                .map(Match::offered)
                .toList();
    }

    /**
     * The one liked best of those offered.
     *
     * @throws Problem 406 that names them, where none is acceptable
     */
    public String best(List<String> offered) {
        return among(offered).stream()
                .findFirst()
                .orElseThrow(() -> CommonProblem.NOT_ACCEPTABLE.problem().with(MEDIA_TYPES, offered));
    }

    private Match match(String offered) {
        int slash = offered.indexOf('/');
        var type = offered.substring(0, slash);
        var subtype = offered.substring(slash + 1);
        return ranges.stream()
                .filter(range -> range.takes(type, subtype))
                .max(Comparator.comparingInt(Range::precision).thenComparingInt(range -> -range.place()))
                .filter(range -> range.weight() > 0)
                .map(range -> new Match(offered, range))
                .orElse(null);
    }

    /** Commas part ranges, but not inside a quoted parameter. */
    private static List<String> parted(String all) {
        var parts = new ArrayList<String>();
        boolean quoted = false;
        int from = 0;
        for (int i = 0; i < all.length(); i++) {
            quoted ^= all.charAt(i) == '"';
            if (all.charAt(i) == ',' && !quoted) {
                parts.add(all.substring(from, i));
                from = i + 1;
            }
        }
        parts.add(all.substring(from));
        return parts;
    }

    private static Optional<Range> range(String text, int place) {
        var form = RANGE.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        var type = form.group(1) == null ? "*" : form.group(1);
        var subtype = form.group(2) == null ? "*" : form.group(2);
        boolean halfOpen = type.equals("*") && !subtype.equals("*");
        return halfOpen ? Optional.empty() : weight(form).map(weight -> new Range(type, subtype, weight, place));
    }

    private static Optional<Double> weight(Matcher range) {
        var weight = range.group(3) == null ? null : WEIGHT.matcher(range.group(3));
        if (weight == null || !weight.find()) {
            return Optional.of(1.0);
        }
        return NUMBER.matcher(weight.group(1)).matches()
                ? Optional.of(Double.parseDouble(weight.group(1))).filter(number -> number <= 1)
                : Optional.empty();
    }
}
