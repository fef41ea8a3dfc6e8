/** Freezes a dashboard with its figures and gives it out as PDF, PNG, JSON and CSV, the same bytes every time. */
package dev.kontor.reporting.exports;
