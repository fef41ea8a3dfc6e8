/** How callers write billing months. */
package dev.kontor.billing.calendar;
