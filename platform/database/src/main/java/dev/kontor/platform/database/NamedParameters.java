package dev.kontor.platform.database;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** SQL with {@code :names} as JDBC takes it: a question mark for each place, and which name stands there. */
record NamedParameters(String sql, List<String> places) {

    /** Whatever may hold a colon that begins no name, then a name: strings, quoted names, comments, bodies, casts. */
    private static final Pattern TOKEN = Pattern.compile(
            "'(?:[^']|'')*'|\"[^\"]*\"|--[^\n]*|/\\*.*?\\*/|\\$(\\w*)\\$.*?\\$\\1\\$|::|:([a-z][A-Za-z0-9_]*)",
            Pattern.DOTALL);

    static NamedParameters of(String text) {
        var places = new ArrayList<String>();
        var sql = new StringBuilder(text.length());
        var token = TOKEN.matcher(text);
        while (token.find()) {
            var name = token.group(2);
            if (name != null) {
                places.add(name);
            }
            token.appendReplacement(sql, name == null ? Matcher.quoteReplacement(token.group()) : "?");
        }
        token.appendTail(sql);
        return new NamedParameters(sql.toString(), List.copyOf(places));
    }

    /** Each place's value. Refuses a value for a name there is not, and a name without a value. */
    Object[] values(Map<String, Object> given) {
        var names = Set.copyOf(places);
        if (!names.equals(given.keySet())) {
            throw new IllegalArgumentException("The statement takes " + new TreeSet<>(names) + " and was given "
                    + new TreeSet<>(given.keySet()) + ": " + sql);
        }
        return places.stream().map(given::get).toArray();
    }
}
