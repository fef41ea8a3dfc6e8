package dev.kontor.customers.evidence;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A Merkle tree over leaves in their order, hashed as RFC 6962, section 2.1 says. */
final class MerkleTree {

    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private MerkleTree() {}

    /** MTH: the hash that stands for all of them. */
    static byte[] root(List<byte[]> leaves) {
        return switch (leaves.size()) {
            case 0 -> sha256();
            case 1 -> leaf(leaves.get(0));
            default -> {
                var split = split(leaves.size());
                yield node(root(leaves.subList(0, split)), root(leaves.subList(split, leaves.size())));
            }
        };
    }

    /** PATH: what has to be hashed to the leaf at {@code index}, from its neighbour up, to come to the root. */
    static List<byte[]> path(int index, List<byte[]> leaves) {
        if (leaves.size() == 1) {
            return new ArrayList<>();
        }
        var split = split(leaves.size());
        var left = leaves.subList(0, split);
        var right = leaves.subList(split, leaves.size());
        var path = index < split ? path(index, left) : path(index - split, right);
        path.add(root(index < split ? right : left));
        return path;
    }

    /** The root that such a path leads to (RFC 9162, section 2.1.3.2); null where no tree of that size has it. */
    static byte[] rootOf(byte[] leaf, int index, int size, List<byte[]> path) {
        var place = index;
        var last = size - 1;
        var hash = leaf(leaf);
        for (var sibling : path) {
            if (last == 0) {
                return null;
            }
            if (place % 2 == 1 || place == last) {
                hash = node(sibling, hash);
                while (place % 2 == 0 && place != 0) {
                    place /= 2;
                    last /= 2;
                }
            } else {
                hash = node(hash, sibling);
            }
            place /= 2;
            last /= 2;
        }
        return last == 0 ? hash : null;
    }

    /** The largest power of two below it. */
    private static int split(int size) {
        return Integer.highestOneBit(size - 1);
    }

    private static byte[] leaf(byte[] leaf) {
        return sha256(new byte[] {LEAF}, leaf);
    }

    private static byte[] node(byte[] left, byte[] right) {
        return sha256(new byte[] {NODE}, left, right);
    }

    static byte[] sha256(byte[]... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            Arrays.stream(parts).forEach(digest::update);
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
