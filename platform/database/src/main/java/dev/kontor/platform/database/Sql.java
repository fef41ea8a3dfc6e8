package dev.kontor.platform.database;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.lang.reflect.Array;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * One statement and the values of its {@code :names}; a name without a value is refused as it runs, and so is a value
 * without a name.
 *
 * <p>Values may be texts, numbers, ids, instants, dates, months (as their first day), constants of an enum (as their code:
 * {@code change-billing-type}), durations, null, and arrays of these for {@code unnest} and {@code any}; anything as JSON.
 *
 * <p>Rows are read into records, whose components are the columns in snake case, those of JSON included; into one of the
 * simple types, where there is one column; or by a function.
 */
public final class Sql {

    private final Database database;
    private final ObjectMapper mapper;
    private final NamedParameters statement;
    private final Map<String, Object> values = new HashMap<>();

    Sql(Database database, ObjectMapper mapper, String text) {
        this.database = database;
        this.mapper = mapper;
        this.statement = NamedParameters.of(text);
    }

    public Sql with(String name, Object value) {
        values.put(name, value instanceof Duration duration ? new Database.Untyped(duration.toString()) : value);
        return this;
    }

    /** The value as JSON, for a column of that; null stays null. */
    public Sql withJson(String name, Object value) {
        try {
            return with(name, value == null ? null : new Database.Untyped(mapper.writeValueAsString(value)));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** A value for each component of the record, by its name; records and collections in it as JSON. */
    public Sql with(Record record) {
        Records.values(record).forEach((name, value) -> {
            if (value instanceof Record || value instanceof Collection<?>) {
                withJson(name, value);
            } else {
                with(name, value);
            }
        });
        return this;
    }

    /** An array with a value of each of {@code rows}, for {@code unnest} and {@code any}. */
    public <T, V> Sql with(String name, Class<V> type, Collection<T> rows, Function<? super T, ? extends V> value) {
        @SuppressWarnings("unchecked")
        var array = (V[]) Array.newInstance(type, rows.size());
        var next = 0;
        for (var row : rows) {
            array[next++] = value.apply(row);
        }
        return with(name, array);
    }

    /** An array of these, for {@code any}. */
    public <V> Sql with(String name, Class<V> type, Collection<? extends V> values) {
        return with(name, type, values, value -> value);
    }

    /** All rows. */
    public <T> List<T> list(Class<T> type) {
        return list(Records.reader(type));
    }

    /** All rows. */
    public <T> List<T> list(Function<Row, T> reader) {
        var read = new ArrayList<T>();
        each(row -> read.add(reader.apply(row)));
        return read;
    }

    /** All rows once the last has come: only so does PostgreSQL run parts of a statement side by side. */
    public <T> List<T> listTogether(Class<T> type) {
        var reader = Records.reader(type);
        var read = new ArrayList<T>();
        database.eachTogether(statement.sql(), row -> read.add(reader.apply(row)), places());
        return read;
    }

    /** The first row, if there is one and, of a single column, it holds a value. */
    public <T> Optional<T> first(Class<T> type) {
        return first(Records.reader(type));
    }

    /** The first row, if there is one and the reader makes something of it. */
    public <T> Optional<T> first(Function<Row, T> reader) {
        var read = list(reader);
        return read.isEmpty() ? Optional.empty() : Optional.ofNullable(read.get(0));
    }

    /** The one row that such a statement always has: a count, a sum. */
    public <T> T one(Class<T> type) {
        return first(type).orElseThrow();
    }

    /** Whether there is a row. */
    public boolean exists() {
        return !list(row -> true).isEmpty();
    }

    /** Hands over each row as it comes, so that they never need to be held all. */
    public void each(Consumer<Row> reader) {
        database.each(statement.sql(), reader, places());
    }

    /** How many rows were changed. */
    public int update() {
        return database.update(statement.sql(), places());
    }

    /** The same statement for many rows, sent together; {@code values} names each row's, beside those given before. */
    public <T> void batch(Collection<T> rows, BiConsumer<T, Sql> each) {
        var common = new HashMap<>(values);
        var all = new ArrayList<Object[]>(rows.size());
        for (var row : rows) {
            values.clear();
            values.putAll(common);
            each.accept(row, this);
            all.add(places());
        }
        database.batch(statement.sql(), all);
    }

    private Object[] places() {
        return statement.values(values);
    }
}
