/** Turns everything that can go wrong in a request into a problem: ours, the framework's and the unforeseen. */
package dev.kontor.platform.web.problems;
