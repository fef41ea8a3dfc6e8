package dev.kontor.billing.statements;

import dev.kontor.billing.rules.RulesVersion;
import dev.kontor.platform.web.Money;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a closed month comes to by today's rules, beside what was billed for it. */
@Schema(name = "ReRating", description = "A closed month by today's rules, beside what was billed")
record ReRatingView(
        @Schema(description = "The partner") UUID partnerId,
        @Schema(description = "The month", examples = "2026-11") String month,
        @Schema(description = "As in the request") boolean dryRun,
        @Schema(description = "The statement that is in force, or was until now") UUID statementId,
        @Schema(description = "The version of the rules that the month was closed under", examples = "rules-2026a")
                String closedUnder,
        @Schema(description = "Today's version of the rules", examples = "rules-2026b") String rules,
        @Schema(description = "What was billed for the month so far, corrections on later statements included")
                Money billed,
        @Schema(description = "What the month comes to by today's rules") Money rated,
        @Schema(description = "How many customers' products differ") int differenceCount,
        @Schema(description = "Up to 1,000 of the differences, as correction lines show them")
                List<StatementLineView> differences) {

    static String text(RulesVersion version) {
        return version.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
