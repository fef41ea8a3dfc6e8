package dev.kontor.platform.database;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads rows into records by the names of their components, and single columns into simple types. */
final class Records {

    private static final ClassValue<Function<Row, Object>> READERS = new ClassValue<>() {
        @Override
        protected Function<Row, Object> computeValue(Class<?> type) {
            return type.isRecord() ? record(type) : row -> row.first(type);
        }
    };

    private Records() {}

    @SuppressWarnings("unchecked")
    static <T> Function<Row, T> reader(Class<T> type) {
        return (Function<Row, T>) READERS.get(type);
    }

    private static Function<Row, Object> record(Class<?> type) {
        var components = type.getRecordComponents();
        var columns = Stream.of(components)
                .map(component -> Database.column(component.getName()))
                .toArray(String[]::new);
        var types = Stream.of(components).map(RecordComponent::getGenericType).toArray(java.lang.reflect.Type[]::new);
        var constructor = constructor(type, components);
        return row -> {
            var values = new Object[columns.length];
            Arrays.setAll(values, i -> row.read(columns[i], types[i]));
            return make(constructor, values);
        };
    }

    private static Constructor<?> constructor(Class<?> type, RecordComponent... components) {
        try {
            var constructor = type.getDeclaredConstructor(
                    Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor;
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    static Map<String, Object> values(Record record) {
        var values = new HashMap<String, Object>();
        for (var component : record.getClass().getRecordComponents()) {
            values.put(component.getName(), value(component.getAccessor(), record));
        }
        return values;
    }

    private static Object value(Method accessor, Record record) {
        try {
            accessor.setAccessible(true);
            return accessor.invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object make(Constructor<?> constructor, Object... values) {
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof RuntimeException refused ? refused : new IllegalStateException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
