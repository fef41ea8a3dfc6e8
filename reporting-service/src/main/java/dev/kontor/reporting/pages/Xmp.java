package dev.kontor.reporting.pages;

import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a PDF says about itself to programs (ISO 19005-2, 6.6): the same as its information dictionary. */
final class Xmp {

    private static final String PACKET =
            """
            <?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
            <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <rdf:Description rdf:about=""
             xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
             xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
             xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
            <pdfaid:part>%6$s</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>
            <pdfuaid:part>1</pdfuaid:part>
            <dc:format>application/pdf</dc:format>
            <dc:title><rdf:Alt><rdf:li xml:lang="x-default">%1$s</rdf:li></rdf:Alt></dc:title>
            <dc:creator><rdf:Seq><rdf:li>%2$s</rdf:li></rdf:Seq></dc:creator>
            <dc:language><rdf:Bag><rdf:li>%3$s</rdf:li></rdf:Bag></dc:language>
            <xmp:CreateDate>%5$s</xmp:CreateDate><xmp:ModifyDate>%5$s</xmp:ModifyDate>
            <pdf:Producer>%4$s</pdf:Producer>
            </rdf:Description>
            %7$s<rdf:Description rdf:about=""
             xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
             xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
             xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
            <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
            <pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
            <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
            <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
            <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
            <pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
            <pdfaProperty:category>internal</pdfaProperty:category>
            <pdfaProperty:description>Indicates, which part of ISO 14289 standard is followed</pdfaProperty:description>
            </rdf:li></rdf:Seq></pdfaSchema:property>
            </rdf:li>%8$s</rdf:Bag></pdfaExtension:schemas>
            </rdf:Description>
            </rdf:RDF></x:xmpmeta>
            <?xpacket end="r"?>""";

    /** What a PDF says of the invoice in it (ZUGFeRD 2.3, 6.2.2): a schema that a reader of PDF/A must be told of. */
    private static final String FACTUR_X =
            """
            <rdf:Description rdf:about="" xmlns:fx="urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#">
            <fx:DocumentType>%s</fx:DocumentType><fx:DocumentFileName>%s</fx:DocumentFileName>
            <fx:Version>%s</fx:Version><fx:ConformanceLevel>%s</fx:ConformanceLevel>
            </rdf:Description>
            """;

    private static final String FACTUR_X_SCHEMA =
            """

            <rdf:li rdf:parseType="Resource">
            <pdfaSchema:schema>Factur-X PDFA Extension Schema</pdfaSchema:schema>
            <pdfaSchema:namespaceURI>urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#</pdfaSchema:namespaceURI>
            <pdfaSchema:prefix>fx</pdfaSchema:prefix>
            <pdfaSchema:property><rdf:Seq>%s</rdf:Seq></pdfaSchema:property>
            </rdf:li>""";

    private static final String PROPERTY =
            """
            <rdf:li rdf:parseType="Resource">
            <pdfaProperty:name>%s</pdfaProperty:name><pdfaProperty:valueType>Text</pdfaProperty:valueType>
            <pdfaProperty:category>external</pdfaProperty:category>
            <pdfaProperty:description>The %s of the invoice in the file</pdfaProperty:description>
            </rdf:li>""";

    private static final List<String> FACTUR_X_PROPERTIES =
            List.of("DocumentType", "DocumentFileName", "Version", "ConformanceLevel");

    private Xmp() {}

    static byte[] of(PdfBook.Imprint imprint, @Nullable Attachment attachment) {
        return PACKET.formatted(
                        escaped(imprint.title()),
                        escaped(imprint.author()),
                        imprint.language().toLanguageTag(),
                        PdfBook.PRODUCER,
                        imprint.frozenAt().truncatedTo(ChronoUnit.SECONDS),
                        attachment == null ? 2 : 3,
                        attachment == null
                                ? ""
                                : FACTUR_X.formatted(attachment.facturX().toArray()),
                        attachment == null ? "" : schema())
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String schema() {
        return FACTUR_X_SCHEMA.formatted(FACTUR_X_PROPERTIES.stream()
                .map(property -> PROPERTY.formatted(property, property))
                .collect(Collectors.joining()));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
