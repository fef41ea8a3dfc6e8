package dev.kontor.reporting;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.verapdf.core.VeraPDFException;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

/** Asks veraPDF what a standard has against a document. */
public final class Conformance {

    static {
        VeraGreenfieldFoundryProvider.initialise();
    }

    private Conformance() {}

    /** Rules of PDF/A-2b and PDF/UA-1 that the document breaks, each with where. */
    public static List<String> violations(byte[] pdf) {
        return violations(pdf, List.of(PDFAFlavour.PDFA_2_B, PDFAFlavour.PDFUA_1));
    }

    /** The same of PDF/A-3b, which may hold files, and PDF/UA-1. */
    public static List<String> violationsWithFiles(byte[] pdf) {
        return violations(pdf, List.of(PDFAFlavour.PDFA_3_B, PDFAFlavour.PDFUA_1));
    }

    private static List<String> violations(byte[] pdf, List<PDFAFlavour> flavours) {
        return flavours.stream()
                .flatMap(flavour -> violations(pdf, flavour).stream())
                .toList();
    }

    private static List<String> violations(byte[] pdf, PDFAFlavour flavour) {
        try (var parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
                var validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            return validator.validate(parser).getTestAssertions().stream()
                    .filter(assertion -> assertion.getStatus() == TestAssertion.Status.FAILED)
                    .map(assertion -> flavour + " " + assertion.getRuleId().getClause() + "-"
                            + assertion.getRuleId().getTestNumber() + ": " + assertion.getMessage() + " at "
                            + assertion.getLocation().getContext())
                    .distinct()
                    .toList();
        } catch (VeraPDFException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
