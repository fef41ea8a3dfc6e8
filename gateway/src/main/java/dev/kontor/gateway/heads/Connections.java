package dev.kontor.gateway.heads;

import io.netty.bootstrap.ChannelInitializerExtension;
import io.netty.channel.Channel;

/** Netty shows it every new connection: see {@code META-INF/services} and {@link dev.kontor.gateway.Main}. */
public final class Connections extends ChannelInitializerExtension {

    @Override
    public void postInitializeServerChildChannel(Channel channel) {
        Heads.opened(channel);
    }
}
