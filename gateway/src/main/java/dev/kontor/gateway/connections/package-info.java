/** What one connection may take of the gateway: time for the head of a request, and requests sent ahead of their answers. */
package dev.kontor.gateway.connections;
