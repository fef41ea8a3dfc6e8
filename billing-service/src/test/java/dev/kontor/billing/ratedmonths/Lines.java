package dev.kontor.billing.ratedmonths;

import dev.kontor.billing.counting.CountMethod;
import dev.kontor.billing.counting.Fraction;
import dev.kontor.billing.rating.Parts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

/** Billed lines of endpoint-advanced. */
final class Lines {

    static final UUID ANNA = UUID.fromString("00000000-0000-7000-8000-00000000000a");
    static final UUID BRUNO = UUID.fromString("00000000-0000-7000-8000-00000000000b");

    private Lines() {}

    static BilledLine line(UUID customer, String quantity, String amount) {
        return line(customer, "endpoint-advanced", quantity, amount);
    }

    static BilledLine line(UUID customer, String product, String quantity, String amount) {
        return new BilledLine(
                customer,
                product,
                null,
                decimal(quantity),
                Fraction.of(decimal(quantity)),
                CountMethod.PEAK,
                LocalDate.of(2026, 10, 31),
                "1-99",
                decimal("2.90"),
                decimal(amount),
                new Parts(decimal(amount), BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO),
                null);
    }

    static BigDecimal decimal(String text) {
        return new BigDecimal(text);
    }
}
