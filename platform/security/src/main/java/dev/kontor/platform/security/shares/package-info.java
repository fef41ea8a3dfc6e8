/** Decides how many calls of one tenant a process works on at a time, so that the others get a turn (rule 41). */
package dev.kontor.platform.security.shares;
