/** Decides what a licence key is: how it is written, what it is good for, and that it is used once. */
package dev.kontor.licensing.keys;
