/** Decides what a frozen set of widgets is, and how it reads as PDF, PNG, JSON and CSV: the same bytes every time. */
package dev.kontor.reporting.snapshots;
