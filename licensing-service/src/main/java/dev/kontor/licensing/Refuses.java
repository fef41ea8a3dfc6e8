package dev.kontor.licensing;

import dev.kontor.platform.web.document.ListsProblems;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Which of the service's own problems a resource's method can answer with. */
@ListsProblems
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Refuses {

    LicensingProblem[] value();
}
