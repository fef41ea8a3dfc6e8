package dev.kontor.platform.jobs;

/** There is something to do, as soon as this transaction has committed. */
record JobsAdded() {}
