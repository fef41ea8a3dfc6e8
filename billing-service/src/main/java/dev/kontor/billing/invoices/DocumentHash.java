package dev.kontor.billing.invoices;

import dev.kontor.platform.web.Decimals;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Fingerprint of all a document says; its lines are in it by the hash of its statement. */
final class DocumentHash {

    private static final String SEPARATOR = "\u001f";

    private DocumentHash() {}

    /**
     * The same for the same document.
     *
     * @param data what it says beside its figures, as it is kept
     */
    static String of(Invoice invoice, String data) {
        var text = Stream.of(
                        invoice.number(),
                        invoice.kind().text(),
                        invoice.reversed(),
                        invoice.partnerId(),
                        invoice.statementId(),
                        invoice.statementHash(),
                        invoice.cancels(),
                        invoice.month(),
                        invoice.issuer(),
                        invoice.currency(),
                        invoice.issueDate(),
                        invoice.dueDate(),
                        Decimals.text(invoice.net()),
                        Decimals.text(invoice.tax()),
                        Decimals.text(invoice.gross()),
                        Decimals.text(invoice.setOff()),
                        data)
                .map(value -> Objects.toString(value, ""))
                .collect(Collectors.joining(SEPARATOR));
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256:" + HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
