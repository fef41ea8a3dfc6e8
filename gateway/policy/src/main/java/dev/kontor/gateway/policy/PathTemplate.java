package dev.kontor.gateway.policy;

import java.util.Arrays;
import java.util.List;

/**
 * A path of literal segments and {@code {parameters}}, which may carry a literal ending ({@code {widgetId}.svg}).
 *
 * <p>Matching compares segments as they came: nothing is decoded, so no spelling means two things.
 */
public final class PathTemplate {

    private final String text;
    private final List<Segment> segments;

    private PathTemplate(String text, List<Segment> segments) {
        this.text = text;
        this.segments = segments;
    }

    public static PathTemplate of(String text) {
        return new PathTemplate(text, segments(text).stream().map(Segment::of).toList());
    }

    /** The parts of an absolute path between its slashes. */
    public static List<String> segments(String path) {
        return Arrays.asList(path.substring(1).split("/", -1));
    }

    List<Segment> segments() {
        return segments;
    }

    /** The place of a parameter; -1 where the template has none of that name. */
    public int indexOf(String parameter) {
        for (int i = 0; i < segments.size(); i++) {
            if (parameter.equals(segments.get(i).parameter())) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public String toString() {
        return text;
    }

    /** One segment: a literal (no parameter), or a parameter and what has to follow it. */
    record Segment(String literal, String parameter) {

        static Segment of(String text) {
            if (!text.startsWith("{")) {
                return new Segment(text, null);
            }
            int end = text.indexOf('}');
            return new Segment(text.substring(end + 1), text.substring(1, end));
        }
    }
}
