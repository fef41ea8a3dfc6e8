package dev.kontor.platform.web;

import java.util.Collection;

/** Finds the known name a caller probably meant. */
public final class NearestName {

    private NearestName() {}

    /** The closest of {@code known} by edit distance, or null where none is closer than half of the name's length. */
    public static String of(String name, Collection<?> known) {
        String best = null;
        var bestDistance = Math.max(2, name.length() / 2) + 1;
        for (var candidate : known) {
            var distance = distance(name, candidate.toString());
            if (distance < bestDistance) {
                bestDistance = distance;
                best = candidate.toString();
            }
        }
        return best;
    }

    private static int distance(String from, String to) {
        if (from.length() > 100) {
            return Integer.MAX_VALUE;
        }
        var row = new int[to.length() + 1];
        for (var j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (var i = 1; i <= from.length(); i++) {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= to.length(); j++) {
                var same = Character.toLowerCase(from.charAt(i - 1)) == Character.toLowerCase(to.charAt(j - 1));
                var cost = Math.min(Math.min(row[j], row[j - 1]) + 1, diagonal + (same ? 0 : 1));
                diagonal = row[j];
                row[j] = cost;
            }
        }
        return row[to.length()];
    }
}
