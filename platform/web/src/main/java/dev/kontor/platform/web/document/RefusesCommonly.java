package dev.kontor.platform.web.document;

import dev.kontor.platform.web.CommonProblem;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Which of the common problems a resource's method can answer with, beside those that its form and the policy imply. */
@ListsProblems
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface RefusesCommonly {

    CommonProblem[] value();
}
