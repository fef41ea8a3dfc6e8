/** Works off what falls due by the clock, whoever has it to do. */
package dev.kontor.customers.due;
