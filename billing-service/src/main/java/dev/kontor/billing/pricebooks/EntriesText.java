package dev.kontor.billing.pricebooks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;

/** A version's entries as they are stored: JSON in a text, since {@code jsonb} reorders. */
@Converter
class EntriesText implements AttributeConverter<List<PriceEntryBody>, String> {

    private static final JsonMapper MAPPER = new JsonMapper();

    @Override
    public String convertToDatabaseColumn(List<PriceEntryBody> entries) {
        try {
            return MAPPER.writeValueAsString(entries);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Override
    public List<PriceEntryBody> convertToEntityAttribute(String text) {
        try {
            return MAPPER.readValue(text, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
