/** Who is calling: what a verified passport says, for features to read. */
package dev.kontor.platform.security;
