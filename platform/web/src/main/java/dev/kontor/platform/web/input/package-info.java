/** Refuses what the API does not know, by name, instead of passing over it. */
package dev.kontor.platform.web.input;
