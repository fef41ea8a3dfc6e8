package dev.kontor.platform.copies;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A resource method below {@code /customers/{id}}: refused, before its input is read, to callers outside {@link #program()}
 * (403), and to those whom the service's {@link CustomerAccess} does not let at that customer (404 where they see none), in
 * that order (domain.md, "Order of refusals").
 */
@NameBinding
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface OfCustomer {

    /** A program the caller must be in; empty for none. */
    String program() default "";

    /** Whether what is known of the customer has to be the newest, for what will be frozen. */
    boolean newest() default false;
}
