/** Decides what contact data are acceptable; shared by partners and customers. */
package dev.kontor.customers.input;
