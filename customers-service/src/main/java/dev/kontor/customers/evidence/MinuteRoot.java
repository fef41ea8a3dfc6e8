package dev.kontor.customers.evidence;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * What the topic says of one minute.
 *
 * @param minute since 1970
 * @param ends the leaves of its tree, in order
 * @param signature a JWS over the minute, the tree's root and size, and the {@link #digest} of the root before
 */
public record MinuteRoot(long minute, List<ChainEnd> ends, String signature) {

    /** The digest before the first root. */
    static final String NOTHING = "0".repeat(64);

    private static final HexFormat HEX = HexFormat.of();

    String root() {
        return root(ends);
    }

    /** What the next root names, so that none between them can be left out or exchanged. */
    public String digest() {
        return HEX.formatHex(MerkleTree.sha256(signature.getBytes(StandardCharsets.US_ASCII)));
    }

    /** What leads from that end to the root. */
    Inclusion inclusion(ChainEnd end) {
        var index = ends.indexOf(end);
        var path = MerkleTree.path(index, leaves(ends)).stream()
                .map(HEX::formatHex)
                .toList();
        return new Inclusion(signature, end.sequence(), end.hash(), index, path);
    }

    static String root(List<ChainEnd> ends) {
        return HEX.formatHex(MerkleTree.root(leaves(ends)));
    }

    private static List<byte[]> leaves(List<ChainEnd> ends) {
        var leaves = new ArrayList<byte[]>();
        ends.forEach(end -> leaves.add(end.leaf()));
        return leaves;
    }
}
