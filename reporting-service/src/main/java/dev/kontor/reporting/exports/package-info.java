/** Freezes a dashboard and keeps it, so that it can be had again in any format, with the same bytes. */
package dev.kontor.reporting.exports;
