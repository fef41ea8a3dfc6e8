package dev.kontor.platform.jobs;

/**
 * What an item needs of whoever asked, when its turn comes.
 *
 * @param permission of its role and scopes, or null
 * @param program of its partner, or null
 */
public record Needs(String permission, String program) {

    public static final Needs NOTHING = new Needs(null, null);
}
