package dev.kontor.platform.copies;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Collections;
import org.jspecify.annotations.Nullable;

/** Reads a state as far as a consumer declares it: the rest is passed over, and what it needs and misses is refused. */
@Singleton
final class States {

    private final ObjectMapper mapper;

    States(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    <S extends Record> S read(JsonNode state, Class<S> type) {
        try {
            S read = mapper.readerFor(type)
                    .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .readValue(state);
            requireAll(read);
            return read;
        } catch (IOException | ReflectiveOperationException e) {
            throw new IllegalArgumentException("not a state of " + type.getName(), e);
        }
    }

    private static void requireAll(Record read) throws ReflectiveOperationException {
        for (var component : read.getClass().getRecordComponents()) {
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            var value = accessor.invoke(read);
            if (value == null && !mayMiss(component)) {
                throw new IllegalArgumentException(read.getClass().getName() + " misses " + component.getName());
            }
            var parts = value instanceof Collection<?> several ? several : Collections.singleton(value);
            for (var part : parts) {
                if (part instanceof Record inner) {
                    requireAll(inner);
                }
            }
        }
    }

    private static boolean mayMiss(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }
}
