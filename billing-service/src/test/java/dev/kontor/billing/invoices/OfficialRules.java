package dev.kontor.billing.invoices;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import net.sf.saxon.s9api.Processor;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XdmDestination;
import net.sf.saxon.s9api.XsltExecutable;
import org.xml.sax.SAXException;

/** Asks the official schemas and Schematron rules, as they lie in Mustang's validator, what they have against a document. */
final class OfficialRules {

    private static final Processor SAXON = new Processor(false);
    private static final Map<String, Schema> SCHEMAS = new ConcurrentHashMap<>();
    private static final Map<String, XsltExecutable> RULES = new ConcurrentHashMap<>();

    private OfficialRules() {}

    /** A syntax, with its schema, the rules of EN 16931, and those of a profile. */
    enum Form {
        FACTUR_X("schema/ZF_232/EN16931/FACTUR-X_EN16931.xsd", "xslt/ZF_232/FACTUR-X_EN16931.xslt"),
        XRECHNUNG_CII(
                "schema/ZF_232/EXTENDED/FACTUR-X_EXTENDED.xsd",
                "xslt/en16931schematron/EN16931-CII-validation.xslt",
                "xslt/XR_30/XRechnung-CII-validation.xslt"),
        XRECHNUNG_UBL_INVOICE(
                "schema/UBL_21/maindoc/UBL-Invoice-2.1.xsd",
                "xslt/en16931schematron/EN16931-UBL-validation.xslt",
                "xslt/XR_30/XRechnung-UBL-validation.xslt"),
        XRECHNUNG_UBL_CREDIT_NOTE(
                "schema/UBL_21/maindoc/UBL-CreditNote-2.1.xsd",
                "xslt/en16931schematron/EN16931-UBL-validation.xslt",
                "xslt/XR_30/XRechnung-UBL-validation.xslt");

        private final String schema;
        /** Never changed after it was made. */
        @SuppressWarnings("ImmutableEnumChecker")
        private final List<String> rules;

        Form(String schema, String... rules) {
            this.schema = schema;
            this.rules = List.of(rules);
        }
    }

    /** Each with its rule and its place; warnings of the XRechnung rules are among them. */
    static List<String> broken(Form form, byte[] xml) {
        var broken = new ArrayList<String>();
        try {
            schema(form.schema).newValidator().validate(new StreamSource(new ByteArrayInputStream(xml)));
        } catch (SAXException e) {
            broken.add("schema: " + e.getMessage());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        form.rules.forEach(rules -> broken.addAll(failed(rules, xml)));
        return broken;
    }

    private static List<String> failed(String rules, byte[] xml) {
        try {
            var report = new XdmDestination();
            var transformer = rules(rules).load30();
            transformer.transform(new StreamSource(new ByteArrayInputStream(xml)), report);
            var failed = SAXON.newXPathCompiler();
            failed.declareNamespace("svrl", "http://purl.oclc.org/dsdl/svrl");
            var texts = new ArrayList<String>();
            failed.evaluate(
                            "//(svrl:failed-assert|svrl:successful-report)/concat(@id, ' ', @flag, ' ', svrl:text, ' at ', @location)",
                            report.getXdmNode())
                    .forEach(text -> texts.add(text.getStringValue()));
            if (failed.evaluate("count(//svrl:fired-rule)", report.getXdmNode())
                    .getUnderlyingValue()
                    .toString()
                    .equals("0")) {
                throw new IllegalStateException("No rule of " + rules + " looked at the document");
            }
            return texts;
        } catch (SaxonApiException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Schema schema(String name) {
        return SCHEMAS.computeIfAbsent(name, its -> {
            try {
                return SchemaFactory.newDefaultInstance().newSchema(resource(its));
            } catch (SAXException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static XsltExecutable rules(String name) {
        return RULES.computeIfAbsent(name, its -> {
            try {
                return SAXON.newXsltCompiler()
                        .compile(new StreamSource(resource(its).toExternalForm()));
            } catch (SaxonApiException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static URL resource(String name) {
        return OfficialRules.class.getClassLoader().getResource(name);
    }
}
