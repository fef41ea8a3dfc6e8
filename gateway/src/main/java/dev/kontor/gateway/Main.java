package dev.kontor.gateway;

import io.netty.bootstrap.ChannelInitializerExtension;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Starts the gateway, and lets Netty look for {@link dev.kontor.gateway.connections.NewConnections} before it does. */
@QuarkusMain
public final class Main {

    private Main() {}

    public static void main(String... arguments) {
        System.setProperty(ChannelInitializerExtension.EXTENSIONS_SYSTEM_PROPERTY, "serviceload");
        Quarkus.run(arguments);
    }
}
