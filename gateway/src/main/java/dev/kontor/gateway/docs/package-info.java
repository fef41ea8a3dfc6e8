/** Shows the published document, and a page to read and try it. */
package dev.kontor.gateway.docs;
