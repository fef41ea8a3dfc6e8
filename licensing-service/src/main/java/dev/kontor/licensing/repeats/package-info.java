/** Decides what the same call again is, where nobody may have received the first one's answer: the same success. */
package dev.kontor.licensing.repeats;
