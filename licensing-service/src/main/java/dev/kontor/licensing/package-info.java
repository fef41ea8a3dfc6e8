/** licensing-service: what the vendor sells, and which customer holds which licence. */
package dev.kontor.licensing;
