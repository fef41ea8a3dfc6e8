/** Decides what a page looks like: paper, grid, letterhead and footer, and that the same content gives the same bytes. */
package dev.kontor.reporting.pages;
