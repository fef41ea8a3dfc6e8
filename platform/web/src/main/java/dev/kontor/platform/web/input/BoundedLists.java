package dev.kontor.platform.web.input;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import com.fasterxml.jackson.databind.deser.ValueInstantiator;
import com.fasterxml.jackson.databind.deser.std.CollectionDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringCollectionDeserializer;
import com.fasterxml.jackson.databind.type.CollectionType;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.util.ArrayList;

/**
 * Reads no list further than its field's {@link Size} allows. Left to Bean Validation, every element of an endless list
 * would be read, and each that is wrong would be a finding of its own, beside the one that counts.
 */
final class BoundedLists extends BeanDeserializerModifier {

    private static final long serialVersionUID = 1L;

    @Override
    public JsonDeserializer<?> modifyCollectionDeserializer(
            DeserializationConfig config, CollectionType type, BeanDescription bean, JsonDeserializer<?> usual) {
        var isPlain = usual instanceof CollectionDeserializer || usual instanceof StringCollectionDeserializer;
        return isPlain && type.getRawClass().isAssignableFrom(ArrayList.class) ? new Bounded(type, usual) : usual;
    }

    /** Becomes, for each field, one that knows how long the field's list may be. */
    private static final class Bounded extends JsonDeserializer<Object> implements ContextualDeserializer {

        private final CollectionType type;
        private final JsonDeserializer<?> usual;

        Bounded(CollectionType type, JsonDeserializer<?> usual) {
            this.type = type;
            this.usual = usual;
        }

        @Override
        public JsonDeserializer<?> createContextual(DeserializationContext context, BeanProperty field)
                throws JsonMappingException {
            return context.handlePrimaryContextualization(chosen(field), field, type);
        }

        @Override
        public Object deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return createContextual(context, null).deserialize(parser, context);
        }

        private JsonDeserializer<?> chosen(BeanProperty field) {
            var size = field == null || !isWholeOf(field) ? null : field.getAnnotation(Size.class);
            if (size == null || size.max() == Integer.MAX_VALUE) {
                return usual;
            }
            var room = new Room(size.max());
            return type.getContentType().hasRawClass(String.class)
                    ? new StringCollectionDeserializer(type, null, room)
                    : new CollectionDeserializer(type, null, null, room);
        }

        /** A list inside another one comes with the field of the outer, whose size is not meant for it. */
        private boolean isWholeOf(BeanProperty field) {
            return type.getContentType().equals(field.getType().getContentType());
        }
    }

    /** Makes the lists that elements are read into. */
    private static final class Room extends ValueInstantiator.Base {

        private final int most;

        Room(int most) {
            super(ArrayList.class);
            this.most = most;
        }

        @Override
        public boolean canCreateUsingDefault() {
            return true;
        }

        @Override
        public Object createUsingDefault(DeserializationContext context) {
            return new AtMost(most);
        }
    }

    private static final class AtMost extends ArrayList<Object> {

        private static final long serialVersionUID = 1L;

        private final int most;

        AtMost(int most) {
            this.most = most;
        }

        @Override
        public boolean add(Object element) {
            if (size() == most) {
                throw new OverlongList(most);
            }
            return super.add(element);
        }
    }
}
