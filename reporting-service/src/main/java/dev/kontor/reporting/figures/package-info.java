/** What a widget can show, as plain values: amounts, parts, points, tables and checks. */
package dev.kontor.reporting.figures;
