/** Decides what a text is that a person reads, how long it is, and when two of them are the same. */
package dev.kontor.platform.web.text;
