package dev.kontor.customers.accesslog;

import dev.kontor.customers.evidence.ChainEnd;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where a chain ends: its last entry's place and hash. Whoever keeps it can have it proven later that the log extends it. */
record ChainHead(UUID partnerId, long sequence, ByteBuffer hash) {

    private static final HexFormat HEX = HexFormat.of();

    /** Of a log without entries. */
    static final ChainHead NONE = start(null);

    /** As readers of the log are told it. */
    @Schema(
            name = "AccessLogHead",
            description = "The end of the hash chain; keep it to prove later that the log only grew")
    record View(
            @Schema(description = "How many entries the chain has") long sequence,
            @Schema(
                            description = "The last entry's hash, in hexadecimal",
                            examples = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
                    String hash) {}

    View view() {
        return new View(sequence, hex());
    }

    String hex() {
        return HEX.formatHex(hash().array());
    }

    /** Before a chain's first entry. */
    static ChainHead start(UUID partnerId) {
        return new ChainHead(partnerId, 0, ByteBuffer.wrap(AccessEntry.START));
    }

    static ChainHead of(UUID partnerId, View kept) {
        return new ChainHead(partnerId, kept.sequence(), ByteBuffer.wrap(HEX.parseHex(kept.hash())));
    }

    static ChainHead of(UUID partnerId, ChainEnd published) {
        return new ChainHead(partnerId, published.sequence(), ByteBuffer.wrap(HEX.parseHex(published.hash())));
    }
}
