package dev.kontor.platform.copies;

import dev.kontor.platform.database.Database;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A table with a row for each thing another service owns, as its latest state says: the same state twice, or an older one,
 * changes nothing.
 *
 * @param name of the table, which has the owner's {@code version} in a column
 * @param key the column that alone tells the things apart; a row that changes its partner is found by it
 * @param once a column that only the first state sets, or null
 * @param added a column that was added later, or null: where it is empty, a state of the same version fills it in
 */
public record CopyTable(String name, String key, @Nullable String once, @Nullable String added) {

    public static CopyTable of(String name, String key) {
        return new CopyTable(name, key, null, null);
    }

    public CopyTable once(String column) {
        return new CopyTable(name, key, column, added);
    }

    public CopyTable added(String column) {
        return new CopyTable(name, key, once, column);
    }

    /**
     * What became of a state that was new.
     *
     * @param isNew whether it is the first of its thing
     * @param partnerBefore whose the thing was before; null where it is new, or nobody's
     */
    public record Kept(boolean isNew, @Nullable UUID partnerBefore) {}

    /**
     * Keeps the row, whose components are the table's columns.
     *
     * @return empty where as new a state is here already
     */
    public Optional<Kept> keep(Database database, Record row) {
        return database.sql(statement(row.getClass())).with(row).first(Kept.class);
    }

    String statement(Class<? extends Record> row) {
        var columns = Arrays.stream(row.getRecordComponents())
                .map(RecordComponent::getName)
                .collect(Collectors.toMap(
                        Database::column, component -> ":" + component, (a, b) -> a, LinkedHashMap::new));
        var changes = columns.keySet().stream()
                .filter(column -> !List.of(key, String.valueOf(once)).contains(column))
                .map(column -> column + " = excluded." + column)
                .collect(Collectors.joining(", "));
        var fillsIn =
                added == null ? "" : " or %1$s.version = excluded.version and %1$s.%2$s is null".formatted(name, added);
        return """
                insert into %1$s (%2$s) values (%3$s)
                on conflict (%4$s) do update set %5$s
                where %1$s.version < excluded.version%6$s
                returning old.%4$s is null as is_new, %7$s as partner_before"""
                .formatted(
                        name,
                        String.join(", ", columns.keySet()),
                        String.join(", ", columns.values()),
                        key,
                        changes,
                        fillsIn,
                        columns.containsKey("partner_id") ? "old.partner_id" : "null::uuid");
    }
}
