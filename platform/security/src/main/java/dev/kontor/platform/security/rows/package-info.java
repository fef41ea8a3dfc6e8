/** Decides which rows a transaction sees: every connection is told, by database role and settings, who is asking. */
package dev.kontor.platform.security.rows;
