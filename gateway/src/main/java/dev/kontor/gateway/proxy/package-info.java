/** Hands an authorised request on to its service, and the answer back, as streams; what means two things is refused. */
package dev.kontor.gateway.proxy;
