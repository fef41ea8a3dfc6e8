/** Keeps what partners did, and tried to do, inside customers' accounts: added to, never changed, read by both sides, and proven to both. */
package dev.kontor.customers.accesslog;
