package dev.kontor.billing.statements;

import dev.kontor.platform.web.Decimals;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.YearMonth;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Fingerprint of what a statement says and what it was made from: the same for the same content, whenever issued. */
final class ContentHash {

    private static final String SEPARATOR = "\u001f";

    private ContentHash() {}

    static String of(Statement statement, List<StatementLine> lines, Map<YearMonth, Long> inputs) {
        var digest = sha256();
        add(
                digest,
                statement.partnerId(),
                statement.month(),
                statement.version(),
                statement.priceBookId(),
                statement.priceBookVersion(),
                statement.currency());
        if (statement.credit().signum() != 0) {
            add(digest, "credit", Decimals.text(statement.credit()));
        }
        for (var input : inputs.entrySet()) {
            add(digest, input.getKey(), input.getValue());
        }
        for (var line : lines) {
            var billed = line.billed();
            add(
                    digest,
                    billed.customerId(),
                    line.customerName(),
                    billed.product(),
                    Decimals.text(billed.ordered()),
                    Decimals.text(billed.actual()),
                    Decimals.text(billed.billable().shown()),
                    billed.countMethod().text(),
                    billed.asOf(),
                    billed.band(),
                    Decimals.text(billed.unitPrice()),
                    Decimals.text(billed.amount()),
                    billed.correctsMonth());
            // Lines from before their parts were kept keep their fingerprint, and units alone say no more than the
            // amount.
            if (billed.parts() != null && !billed.parts().isUnitsOnly()) {
                add(
                        digest,
                        Decimals.text(billed.parts().units()),
                        Decimals.text(billed.parts().flatFee()),
                        Decimals.text(billed.parts().minimum()),
                        Decimals.text(billed.parts().maximum()));
            }
        }
        return "sha256:" + HexFormat.of().formatHex(digest.digest());
    }

    private static void add(MessageDigest digest, Object... values) {
        for (var value : values) {
            digest.update((Objects.toString(value, "") + SEPARATOR).getBytes(StandardCharsets.UTF_8));
        }
        digest.update((byte) '\n');
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
