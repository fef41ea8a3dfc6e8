/**
 * Decides what a widget looks like: drawn once as a list of vectors, which the screen (SVG) and the page (PDF) both
 * show. Knows no web, no clock and no database.
 */
package dev.kontor.reporting.drawing;
