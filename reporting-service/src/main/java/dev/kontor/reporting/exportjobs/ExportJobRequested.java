package dev.kontor.reporting.exportjobs;

/** A job was added: whoever works on jobs may begin as soon as that is committed. */
record ExportJobRequested() {}
