package dev.kontor.reporting.copies;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A resource method below {@code /customers/{id}}: where the caller sees no such customer it answers 404, and a partner
 * without consent 403, before its input is read (domain.md, "Order of refusals").
 */
@NameBinding
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface OfCustomer {

    /** Whether names and logos have to be the newest, for what will be frozen. */
    boolean newest() default false;
}
