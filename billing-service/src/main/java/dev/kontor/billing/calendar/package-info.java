/** How callers write billing months and days. */
package dev.kontor.billing.calendar;
