package dev.kontor.billing.invoices;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes elements one after the other; what has no value is left out. */
final class Xml {

    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(16 * 1024);
    private final XMLStreamWriter writer;

    private Xml() throws XMLStreamException {
        writer = FACTORY.createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
    }

    /** What stands inside an element. */
    interface Content {
        void write() throws XMLStreamException;
    }

    /** Writes something with a writer. */
    interface Body {
        void write(Xml xml) throws XMLStreamException;
    }

    /**
     * A document.
     *
     * @param namespaces by their prefixes; the empty prefix is that of elements without one
     */
    static byte[] document(String root, Map<String, String> namespaces, Body body) {
        try {
            var xml = new Xml();
            xml.writer.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            xml.writer.writeStartElement(root);
            for (var namespace : namespaces.entrySet()) {
                if (namespace.getKey().isEmpty()) {
                    xml.writer.writeDefaultNamespace(namespace.getValue());
                } else {
                    xml.writer.writeNamespace(namespace.getKey(), namespace.getValue());
                }
            }
            body.write(xml);
            xml.writer.writeEndElement();
            xml.writer.writeEndDocument();
            xml.writer.close();
            return xml.bytes.toByteArray();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    void element(String name, Content content) throws XMLStreamException {
        writer.writeStartElement(name);
        content.write();
        writer.writeEndElement();
    }

    void text(String name, String text) throws XMLStreamException {
        text(name, text, null, null);
    }

    void text(String name, String text, String attribute, String value) throws XMLStreamException {
        if (text == null) {
            return;
        }
        writer.writeStartElement(name);
        if (attribute != null) {
            writer.writeAttribute(attribute, value);
        }
        writer.writeCharacters(characters(text));
        writer.writeEndElement();
    }

    void number(String name, BigDecimal number) throws XMLStreamException {
        text(name, number == null ? null : number.toPlainString());
    }

    void number(String name, BigDecimal number, String attribute, String value) throws XMLStreamException {
        text(name, number == null ? null : number.toPlainString(), attribute, value);
    }

    /** Names of customers may hold what XML can't (XML 1.0, 2.2). */
    private static String characters(String text) {
        return text.codePoints()
                .filter(c -> c == '\t' || c == '\n' || c == '\r' || (c >= ' ' && c != 0xFFFE && c != 0xFFFF))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
