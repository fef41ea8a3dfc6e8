/** Keeps account of every request: a line in the log and a measurement, by route and never by what only its caller knows. */
package dev.kontor.gateway.requests;
