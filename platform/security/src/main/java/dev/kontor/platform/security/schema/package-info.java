/** Decides whether this process may serve on the schema it finds. */
package dev.kontor.platform.security.schema;
