package dev.kontor.gateway;

import dev.kontor.gateway.stage.GatewayStage;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A journey through the running gateway, with a real broker and stub services. */
@QuarkusTest
@WithTestResource(GatewayStage.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface GatewayTest {}
