package dev.kontor.platform.web;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What {@code Accept-Language} asks for (RFC 9110, section 12.5.4); what can't be read is passed over. */
public final class Languages {

    private static final int LONGEST = 1_000;

    private Languages() {}

    /** The best of {@code ours} by RFC 4647's lookup; the first of them where none fits. */
    public static Locale best(String header, List<Locale> ours) {
        var ranges = ranges(header)
                .flatMap(List::stream)
                .sorted(Comparator.comparingDouble(range -> -range.getWeight()))
                .toList();
        var best = Locale.lookup(ranges, ours);
        return best == null ? ours.get(0) : best;
    }

    /** The header with no part but those that can be read; empty where there is none. */
    public static String readable(String header) {
        return parts(header).filter(part -> !read(part).isEmpty()).collect(Collectors.joining(","));
    }

    private static Stream<List<LanguageRange>> ranges(String header) {
        return parts(header).map(Languages::read);
    }

    private static Stream<String> parts(String header) {
        return header == null || header.length() > LONGEST
                ? Stream.empty()
                : Stream.of(header.split(",", -1)).map(String::strip).filter(part -> !part.isEmpty());
    }

    private static List<LanguageRange> read(String part) {
        try {
            return LanguageRange.parse(part);
        } catch (IllegalArgumentException | IndexOutOfBoundsException malformed) {
            // The second comes of a part without any letter.
            return List.of();
        }
    }
}
