package dev.kontor.platform.database;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The row being read; its values by column name, null where the column is. */
public final class Row {

    private final ResultSet rows;
    private final ObjectMapper mapper;

    Row(ResultSet rows, ObjectMapper mapper) {
        this.rows = rows;
        this.mapper = mapper;
    }

    public UUID id(String column) {
        return read(column, UUID.class);
    }

    public String text(String column) {
        return read(column, String.class);
    }

    /** An array of texts, in its order. */
    public List<String> texts(String column) {
        var texts = read(column, String[].class);
        return texts == null ? null : List.of(texts);
    }

    public BigDecimal decimal(String column) {
        return read(column, BigDecimal.class);
    }

    public LocalDate date(String column) {
        return read(column, LocalDate.class);
    }

    /** The constant whose code stands there, or its name. */
    public <E extends Enum<E>> E constant(String column, Class<E> type) {
        return read(column, type);
    }

    /** False where the column is null. */
    public boolean flag(String column) {
        return Boolean.TRUE.equals(read(column, Boolean.class));
    }

    /** Zero where the column is null. */
    public long number(String column) {
        var value = read(column, Long.class);
        return value == null ? 0 : value;
    }

    public Instant instant(String column) {
        return read(column, Instant.class);
    }

    public YearMonth month(String column) {
        return read(column, YearMonth.class);
    }

    public byte[] bytes(String column) {
        return read(column, byte[].class);
    }

    /** A record, or something else of its own, that stands there as JSON. */
    public <T> T json(String column, Class<T> type) {
        try {
            return type.cast(parsed(rows.getString(column), type));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A record whose components are among the columns. */
    public <T> T as(Class<T> type) {
        return Records.reader(type).apply(this);
    }

    /** The first column's value. */
    <T> T first(Class<T> type) {
        try {
            return type.cast(read(1, boxed(type)));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    Object read(String column, Type type) {
        try {
            var value = read(rows.findColumn(column), type);
            if (value == null && type instanceof Class<?> primitive && primitive.isPrimitive()) {
                throw new IllegalStateException("There is no value in the column " + column);
            }
            return value;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private <T> T read(String column, Class<T> type) {
        return type.cast(read(column, (Type) type));
    }

    private Object read(int column, Type type) throws SQLException {
        if (type instanceof ParameterizedType collection) {
            return isArray(collection) ? collection(column, collection) : parsed(rows.getString(column), type);
        }
        var wanted = boxed((Class<?>) type);
        if (wanted == String.class) {
            // Of any type; getObject would insist on texts.
            return rows.getString(column);
        }
        if (wanted.isRecord() || JsonNode.class.isAssignableFrom(wanted)) {
            return parsed(rows.getString(column), wanted);
        }
        if (wanted == Long.class) {
            // Of any integer type; getObject would insist on bigint.
            var value = rows.getLong(column);
            return rows.wasNull() ? null : value;
        }
        if (wanted == Integer.class) {
            var value = rows.getInt(column);
            return rows.wasNull() ? null : value;
        }
        if (wanted == byte[].class) {
            return rows.getBytes(column);
        }
        if (wanted == Instant.class) {
            var value = rows.getObject(column, OffsetDateTime.class);
            return value == null ? null : value.toInstant();
        }
        if (wanted == YearMonth.class) {
            var value = rows.getObject(column, LocalDate.class);
            return value == null ? null : YearMonth.from(value);
        }
        if (wanted.isArray()) {
            var value = rows.getArray(column);
            return value == null ? null : value.getArray();
        }
        if (wanted.isEnum()) {
            return Codes.constant(rows.getString(column), wanted);
        }
        return rows.getObject(column, wanted);
    }

    private static boolean isArray(ParameterizedType collection) {
        var element = collection.getActualTypeArguments()[0];
        return collection.getRawType() != Map.class && (element == String.class || element == UUID.class);
    }

    private Object collection(int column, ParameterizedType type) throws SQLException {
        var values = (Object[]) read(column, Object[].class);
        if (values == null) {
            return null;
        }
        return type.getRawType() == Set.class ? new LinkedHashSet<>(Arrays.asList(values)) : List.of(values);
    }

    private Object parsed(String text, Type type) {
        try {
            return text == null ? null : mapper.readValue(text, mapper.constructType(type));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Class<?> boxed(Class<?> type) {
        if (type == long.class) {
            return Long.class;
        }
        if (type == int.class) {
            return Integer.class;
        }
        return type == boolean.class ? Boolean.class : type;
    }
}
