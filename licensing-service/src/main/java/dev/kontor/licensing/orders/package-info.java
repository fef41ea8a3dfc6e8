/** Decides what a managed order (MSP Flex Connect) is: whose it is, and which licences it brings. */
package dev.kontor.licensing.orders;
