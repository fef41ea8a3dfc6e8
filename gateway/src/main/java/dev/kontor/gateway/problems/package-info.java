/** Says every refusal of the gateway in the reader's language, and explains every problem code of every module. */
package dev.kontor.gateway.problems;
