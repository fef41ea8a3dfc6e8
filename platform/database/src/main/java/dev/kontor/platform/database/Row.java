package dev.kontor.platform.database;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.UUID;

/** The row being read; its values by column name, null where the column is. */
public final class Row {

    private final ResultSet rows;

    Row(ResultSet rows) {
        this.rows = rows;
    }

    public UUID id(String column) {
        return read(column, UUID.class);
    }

    public String text(String column) {
        return read(column, String.class);
    }

    public BigDecimal decimal(String column) {
        return read(column, BigDecimal.class);
    }

    public LocalDate date(String column) {
        return read(column, LocalDate.class);
    }

    public boolean flag(String column) {
        return read(column, Boolean.class);
    }

    public long number(String column) {
        try {
            // Of any integer type; getObject would insist on bigint.
            return rows.getLong(column);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public Instant instant(String column) {
        OffsetDateTime value = read(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    public YearMonth month(String column) {
        LocalDate value = date(column);
        return value == null ? null : YearMonth.from(value);
    }

    public byte[] bytes(String column) {
        try {
            return rows.getBytes(column);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private <T> T read(String column, Class<T> type) {
        try {
            return rows.getObject(column, type);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
