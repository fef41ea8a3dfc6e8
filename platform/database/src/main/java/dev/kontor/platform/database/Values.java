package dev.kontor.platform.database;

import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/** Native queries for one value a row. */
public final class Values {

    private Values() {}

    /**
     * A native query whose rows have one column of {@code type}.
     *
     * <p>Hibernate 7.2 would take the type itself, and then keep a plan for every call instead of one for the query: what
     * it compares plans by has no {@code equals} for single values. They all have the hash of the query, so that looking for
     * the plan soon means comparing with two thousand others.
     */
    public static <T> NativeQuery<T> of(Session database, String sql, Class<T> type) {
        return database.createNativeQuery(sql, Object[].class).setTupleTransformer((row, columns) -> type.cast(row[0]));
    }
}
