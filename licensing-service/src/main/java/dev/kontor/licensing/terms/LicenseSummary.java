package dev.kontor.licensing.terms;

import dev.kontor.licensing.catalogue.Category;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A customer's licences at a glance: the best status any of them has, {@code none} before the first (domain.md rule 1).
 */
public record LicenseSummary(String status, List<CategorySummary> categories) {

    private static final String NONE = "none";

    /** One licence as far as the summary needs it. */
    public record Entry(Category category, LicenseType type, LicenseStatus status) {}

    /**
     * One category at a glance.
     *
     * @param types of the licences that protect now; where none does, of all the category ever had
     */
    public record CategorySummary(Category category, LicenseStatus status, List<LicenseType> types) {

        private static CategorySummary of(Category category, List<Entry> entries) {
            var best = best(entries);
            var types = entries.stream()
                    .filter(e -> e.status().protects() == best.protects())
                    .map(Entry::type)
                    .distinct()
                    .sorted()
                    .toList();
            return new CategorySummary(category, best, types);
        }
    }

    public static LicenseSummary of(Collection<Entry> entries) {
        if (entries.isEmpty()) {
            return new LicenseSummary(NONE, List.of());
        }
        var categories = entries.stream().collect(Collectors.groupingBy(Entry::category)).entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(group -> CategorySummary.of(group.getKey(), group.getValue()))
                .toList();
        return new LicenseSummary(best(entries).code(), categories);
    }

    private static LicenseStatus best(Collection<Entry> entries) {
        return entries.stream()
                .map(Entry::status)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }
}
