/** Knows where the services are and asks them, and issuers, small questions without blocking. */
package dev.kontor.gateway.upstream;
