package dev.kontor.platform.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongSupplier;

/** A part of a list: {@code nextCursor} is null at its end, {@code total} is there when it was asked for. */
public record Page<T>(List<T> items, String nextCursor, @JsonInclude(JsonInclude.Include.NON_NULL) Long total) {

    /** Cuts {@code rows}, read with {@link PageRequest#fetch}, to the page; {@code key} gives a row's sort values. */
    public static <T> Page<T> of(List<T> rows, PageRequest request, Function<T, List<String>> key) {
        if (rows.size() <= request.limit()) {
            return new Page<>(rows, null, null);
        }
        var items = List.copyOf(rows.subList(0, request.limit()));
        return new Page<>(items, request.cursorFor(key.apply(items.get(items.size() - 1))), null);
    }

    /** The whole of a short list. */
    public static <T> Page<T> all(List<T> items) {
        return new Page<>(items, null, null);
    }

    /** The same page with the number of all rows of its list, where the caller asked for that. */
    public Page<T> withTotal(PageRequest request, LongSupplier count) {
        return request.isCounting() ? new Page<>(items, nextCursor, count.getAsLong()) : this;
    }

    /** The same page in another form. */
    public <R> Page<R> map(Function<T, R> view) {
        return new Page<>(items.stream().map(view).toList(), nextCursor, total);
    }
}
