package dev.kontor.licensing.customers;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A resource method below {@code /customers/{id}}: refused, before its input is read, to callers outside
 * {@link #program()} (403), and where the caller sees no such customer (404), in that order (domain.md, "Order of
 * refusals").
 */
@NameBinding
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface OfCustomer {

    /** A program the caller must be in; empty for none. */
    String program() default "";
}
