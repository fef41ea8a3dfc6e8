/** Decides what becomes of an account's licences by a conversion, a key or an order: every plan is made here. Pure. */
package dev.kontor.licensing.plans;
