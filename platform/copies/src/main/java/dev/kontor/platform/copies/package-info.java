/** Keeps what a service knows of things another one owns: told by events, and asked for where that is not enough. */
@NullMarked
package dev.kontor.platform.copies;

import org.jspecify.annotations.NullMarked;
