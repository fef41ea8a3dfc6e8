/** Decides which tokens a service believes: the gateway's passports, and other services' for {@code /internal}. */
package dev.kontor.platform.security.passports;
