package dev.kontor.platform.database;

import jakarta.persistence.AttributeConverter;

/** Of an entity's attribute: a constant stands in its column by its code, {@code MANAGED_ORDER} as {@code managed-order}. */
public abstract class CodeColumn<E extends Enum<E>> implements AttributeConverter<E, String> {

    private final Class<E> type;

    protected CodeColumn(Class<E> type) {
        this.type = type;
    }

    @Override
    public String convertToDatabaseColumn(E constant) {
        return constant == null ? null : Codes.of(constant);
    }

    @Override
    public E convertToEntityAttribute(String code) {
        return type.cast(Codes.constant(code, type));
    }
}
