/** How many connections there may be, and what one may take of the gateway: time for the head of a request, and requests ahead. */
package dev.kontor.gateway.connections;
