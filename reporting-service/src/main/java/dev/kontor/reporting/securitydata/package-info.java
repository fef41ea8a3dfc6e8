/** Decides which figures a widget can show, takes them in from the usage reporter, and reads what they are now. */
package dev.kontor.reporting.securitydata;
