package dev.kontor.billing.rules;

import dev.kontor.billing.counting.CountingTerms;
import dev.kontor.billing.counting.CoveredPart;
import dev.kontor.billing.counting.CustomerUsage;
import dev.kontor.billing.counting.MonthCount;
import dev.kontor.billing.counting.Period;
import dev.kontor.billing.rating.CustomerQuantity;
import dev.kontor.billing.rating.PriceEntry;
import dev.kontor.billing.rating.RatedProduct;
import dev.kontor.billing.rating.Rating;
import dev.kontor.billing.rules2026a.Counting2026a;
import dev.kontor.billing.rules2026a.Rating2026a;
import java.util.List;
import java.util.Optional;

/** How usage becomes quantities, and quantities become amounts. */
public enum RulesVersion {
    /** Of months closed before December 2026. */
    RULES_2026A {
        @Override
        public List<MonthCount> count(CustomerUsage usage, Period period, CountingTerms terms) {
            return Counting2026a.count(usage, period, terms);
        }

        @Override
        public Optional<CoveredPart> covered(CustomerUsage usage, Period.Day day, String category) {
            return Counting2026a.covered(usage, day, category);
        }

        @Override
        public RatedProduct rate(PriceEntry price, int digits, List<CustomerQuantity> quantities) {
            return Rating2026a.rate(price, digits, quantities);
        }
    },
    /** Exact fractions; changes of products, carried levels and minimum as rules 20 to 22 say. */
    RULES_2026B {
        @Override
        public List<MonthCount> count(CustomerUsage usage, Period period, CountingTerms terms) {
            return usage.count(period, terms);
        }

        @Override
        public Optional<CoveredPart> covered(CustomerUsage usage, Period.Day day, String category) {
            return usage.covered(day, category);
        }

        @Override
        public RatedProduct rate(PriceEntry price, int digits, List<CustomerQuantity> quantities) {
            return Rating.rate(price, digits, quantities);
        }
    };

    /** What is closed now is closed under this one. */
    public static final RulesVersion TODAY = RULES_2026B;

    /** What a customer's month is billed by. */
    public abstract List<MonthCount> count(CustomerUsage usage, Period period, CountingTerms terms);

    /** What a category's day is billed by; empty where no monthly licence covers any of it. */
    public abstract Optional<CoveredPart> covered(CustomerUsage usage, Period.Day day, String category);

    /** What a product costs over all customers. */
    public abstract RatedProduct rate(PriceEntry price, int digits, List<CustomerQuantity> quantities);
}
