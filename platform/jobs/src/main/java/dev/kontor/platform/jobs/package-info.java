/** Decides what long work is done next, by whom and on whose behalf, and how it is followed and called off. */
package dev.kontor.platform.jobs;
