/** Tells browsers which pages may call the API and what they must never do with its answers. */
package dev.kontor.gateway.browsers;
