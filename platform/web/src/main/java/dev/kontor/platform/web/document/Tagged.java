package dev.kontor.platform.web.document;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A resource's method whose answer has an {@code ETag}. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Tagged {

    /** Whether it takes {@code If-Match}, too. */
    boolean guarded() default false;
}
