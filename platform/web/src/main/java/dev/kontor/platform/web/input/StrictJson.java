package dev.kontor.platform.web.input;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import dev.kontor.platform.web.Moment;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How JSON is read and written: unknown fields, duplicate keys and wrong kinds are refused, and no scalar is taken for one
 * of another kind; decimals are taken as number or string (api.md); times are RFC 3339. Nothing is read without end, however little of a body its endlessness takes.
 */
@Singleton
public final class StrictJson implements ObjectMapperCustomizer {

    private static final int DEEPEST = 50;
    private static final int LONGEST_NUMBER = 100;

    private final long mostTokens;

    /**
     * @param mostTokens how many names, values and brackets one body may have; a preview of ten thousand quantities with
     *     the largest price book has just under half a million
     */
    StrictJson(@ConfigProperty(name = "kontor.json.most-tokens", defaultValue = "500000") long mostTokens) {
        this.mostTokens = mostTokens;
    }

    @Override
    public void customize(ObjectMapper mapper) {
        mapper.registerModule(new SimpleModule("strict-input")
                .setDeserializerModifier(new ExactName.OfEnums())
                .addDeserializer(String.class, new PlainText())
                .addDeserializer(BigDecimal.class, new DecimalNumber())
                .addDeserializer(JsonNode.class, new JsonTree())
                .addDeserializer(UUID.class, new WrittenForm<>(UUID.class, WrittenForm::id))
                .addDeserializer(Instant.class, new WrittenForm<>(Instant.class, Moment::instant))
                .addDeserializer(LocalDate.class, new WrittenForm<>(LocalDate.class, Moment::day))
                .addDeserializer(YearMonth.class, new WrittenForm<>(YearMonth.class, Moment::month)));
        mapper.registerModule(new SimpleModule("bounded-lists").setDeserializerModifier(new BoundedLists()));
        mapper.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEEPEST)
                        .maxNumberLength(LONGEST_NUMBER)
                        .maxTokenCount(mostTokens)
                        .build());
        mapper.enable(
                DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS,
                DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
        mapper.disable(
                DeserializationFeature.ACCEPT_FLOAT_AS_INT, DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE);
        mapper.disable(
                SerializationFeature.WRITE_DATES_AS_TIMESTAMPS, SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS);
        mapper.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
        refuseCoercions(mapper);
    }

    /** A value of another kind is no value: not an empty text for none, not a number or a text for true or false. */
    private static void refuseCoercions(ObjectMapper mapper) {
        mapper.coercionConfigDefaults()
                .setAcceptBlankAsEmpty(false)
                .setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.EmptyArray, CoercionAction.Fail);
        refuse(
                mapper,
                LogicalType.Textual,
                CoercionInputShape.Integer,
                CoercionInputShape.Float,
                CoercionInputShape.Boolean);
        refuse(
                mapper,
                LogicalType.Integer,
                CoercionInputShape.String,
                CoercionInputShape.Float,
                CoercionInputShape.Boolean);
        refuse(mapper, LogicalType.Float, CoercionInputShape.String, CoercionInputShape.Boolean);
        refuse(
                mapper,
                LogicalType.Boolean,
                CoercionInputShape.String,
                CoercionInputShape.Integer,
                CoercionInputShape.Float);
        refuse(mapper, LogicalType.Enum, CoercionInputShape.Integer, CoercionInputShape.Float);
        refuse(mapper, LogicalType.DateTime, CoercionInputShape.Integer, CoercionInputShape.Float);
    }

    private static void refuse(ObjectMapper mapper, LogicalType type, CoercionInputShape... shapes) {
        for (var shape : shapes) {
            mapper.coercionConfigFor(type).setCoercion(shape, CoercionAction.Fail);
        }
    }
}
