/** Mints what services believe: a passport for every call, and service passports for the gateway's own questions. */
package dev.kontor.gateway.passports;
