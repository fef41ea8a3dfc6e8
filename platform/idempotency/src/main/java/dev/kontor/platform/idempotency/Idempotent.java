package dev.kontor.platform.idempotency;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Put beside {@code @Transactional} on the service method a {@code POST} ends in: with an {@code Idempotency-Key} its
 * answer is kept in the transaction of its work, and a repeat gets that answer; not on one that stores nothing.
 *
 * <p>What the caller may, and whether it sees what the answer tells of, is asked outside of it: a repeat asks that again.
 *
 * <p>The method's parameters are what is compared, so they say what was asked for and nothing else: what a token or a
 * record says of the caller may change between two tries, and the order of a set may with the process. Its return type
 * must be readable by Jackson.
 */
@InterceptorBinding
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Idempotent {

    /**
     * False where the answer holds a secret: then a repeat is refused with {@code idempotency-result-not-kept}, as it is where an
     * answer is larger than 256 KiB.
     */
    @Nonbinding
    boolean keepAnswer() default true;
}
