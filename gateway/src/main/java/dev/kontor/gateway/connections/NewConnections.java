package dev.kontor.gateway.connections;

import io.netty.bootstrap.ChannelInitializerExtension;
import io.netty.channel.Channel;

/** Netty shows it every new connection: see {@code META-INF/services} and {@link dev.kontor.gateway.Main}. */
public final class NewConnections extends ChannelInitializerExtension {

    @Override
    public void postInitializeServerChildChannel(Channel channel) {
        Connections.opened(channel);
    }
}
