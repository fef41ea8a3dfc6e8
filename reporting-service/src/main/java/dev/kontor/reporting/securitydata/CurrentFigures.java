package dev.kontor.reporting.securitydata;

import dev.kontor.reporting.copies.LicenseCopies;
import dev.kontor.reporting.figures.Figures;
import dev.kontor.reporting.figures.Figures.Check;
import dev.kontor.reporting.figures.Figures.Part;
import dev.kontor.reporting.figures.Figures.Signal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What a source says of a customer now; never posted means {@link Figures#NONE}. */
@ApplicationScoped
public class CurrentFigures {

    private static final String COVERAGE = ".coverage";
    private static final String PROTECTED = ".protected";

    private final SecurityDataRows posted;
    private final LicenseCopies licenses;

    CurrentFigures(SecurityDataRows posted, LicenseCopies licenses) {
        this.posted = posted;
        this.licenses = licenses;
    }

    @Transactional
    public Figures of(UUID customerId, String source) {
        return switch (source) {
            case Sources.LICENSES ->
                licenses.of(customerId).map(LicenseFigures::table).orElse(Figures.NONE);
            case Sources.LICENSE_STATES ->
                licenses.of(customerId).map(LicenseFigures::states).orElse(Figures.NONE);
            case Sources.ACCOUNT -> withLicenses(posted(customerId, source), customerId);
            default -> source.endsWith(COVERAGE) ? coverage(customerId, source) : posted(customerId, source);
        };
    }

    private Figures posted(UUID customerId, String source) {
        return posted.find(customerId, source)
                .map(SecurityDataRows.Stored::figures)
                .orElse(Figures.NONE);
    }

    /** Where nobody posted it, it follows from how many are protected, of how many. */
    private Figures coverage(UUID customerId, String source) {
        var own = posted(customerId, source);
        if (!own.parts().isEmpty()) {
            return own;
        }
        var counted = posted(customerId, source.replace(COVERAGE, PROTECTED));
        if (counted.value() == null || counted.of() == null) {
            return Figures.NONE;
        }
        var rest = counted.of().subtract(counted.value()).max(BigDecimal.ZERO);
        return Figures.parts(List.of(
                new Part("protected", counted.value(), Signal.GOOD), new Part("unprotected", rest, Signal.BAD)));
    }

    private Figures withLicenses(Figures figures, UUID customerId) {
        var checks = new ArrayList<Check>();
        licenses.of(customerId).ifPresent(list -> checks.add(LicenseFigures.check(list)));
        checks.addAll(figures.checks());
        return Figures.checks(checks);
    }
}
