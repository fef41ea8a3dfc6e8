package dev.kontor.customers.evidence;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/**
 * How far a chain was in a minute: a leaf of that minute's tree.
 *
 * @param chain which one: its {@link #key}
 * @param hash the last entry's, in hexadecimal
 */
public record ChainEnd(String chain, long sequence, String hash) {

    private static final HexFormat HEX = HexFormat.of();
    private static final int HALF = 16;

    /** Names a chain to whoever knows its ids, and to nobody else: the first half by its customer, the second by both. */
    public static String key(UUID customerId, UUID partnerId) {
        return half(customerId.toString()) + half(customerId + "/" + partnerId);
    }

    /** Names the same chain as it was before its entries were committed to. */
    public static String firstFormKey(UUID customerId, UUID partnerId) {
        return HEX.formatHex(hash("first form/" + customerId + "/" + partnerId));
    }

    /** What the keys of all chains of a customer begin with. */
    static String keysOf(UUID customerId) {
        return half(customerId.toString());
    }

    /** Whether that path leads from this leaf to that root of a tree of so many. */
    public boolean leadsTo(String root, int index, int size, List<String> path) {
        var hashes = path.stream().map(HEX::parseHex).toList();
        var led = MerkleTree.rootOf(leaf(), index, size, hashes);
        return led != null && HEX.formatHex(led).equals(root);
    }

    /** 32 bytes of key, 8 of sequence, 32 of hash. */
    byte[] leaf() {
        return ByteBuffer.allocate(72)
                .put(HEX.parseHex(chain))
                .putLong(sequence)
                .put(HEX.parseHex(hash))
                .array();
    }

    private static String half(String name) {
        return HEX.formatHex(hash(name), 0, HALF);
    }

    private static byte[] hash(String name) {
        return MerkleTree.sha256(name.getBytes(StandardCharsets.UTF_8));
    }
}
