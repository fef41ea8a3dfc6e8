package dev.kontor.customers.evidence;

import java.util.List;

/**
 * That a chain's end is in a signed root.
 *
 * @param root the root's JWS
 * @param index the leaf's place among those of the tree
 * @param path the audit path of RFC 6962, in hexadecimal, from the leaf's neighbour up
 */
public record Inclusion(String root, long sequence, String hash, int index, List<String> path) {}
