package dev.kontor.billing;

import dev.kontor.testkit.KontorServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A test over HTTP against the service, its database and its broker; the other services are {@link Neighbours}. */
@QuarkusTest
@WithTestResource(KontorServers.class)
@WithTestResource(Neighbours.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface JourneyTest {}
