/** Decides which customers can be in which early access program, and which are. */
package dev.kontor.licensing.earlyaccess;
