package dev.kontor.gateway.proxy;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import io.netty.util.NetUtil;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Where a request comes from: the other end of its connection, or, where that is a trusted proxy, whom the proxy names.
 * What anyone else writes into {@code X-Forwarded-For} is not looked at.
 */
@Singleton
public class ClientAddress {

    private static final String FORWARDED_FOR = "X-Forwarded-For";

    private final List<IpSubnetFilterRule> trusted;

    ClientAddress(@ConfigProperty(name = "kontor.proxies.trusted") Optional<List<String>> trusted) {
        this.trusted =
                trusted.orElse(List.of()).stream().map(ClientAddress::subnet).toList();
    }

    private static IpSubnetFilterRule subnet(String cidr) {
        int slash = cidr.indexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException("kontor.proxies.trusted: " + cidr + " is no subnet, such as 10.0.0.0/8");
        }
        return new IpSubnetFilterRule(
                cidr.substring(0, slash), Integer.parseInt(cidr.substring(slash + 1)), IpFilterRuleType.ACCEPT);
    }

    public String of(HttpServerRequest request) {
        var peer = request.remoteAddress() == null
                ? "unknown"
                : request.remoteAddress().hostAddress();
        return trusted.isEmpty() ? peer : named(peer, request.headers().getAll(FORWARDED_FOR));
    }

    /** The last one named that is no proxy of ours; each proxy adds whom it heard to the end. */
    String named(String peer, List<String> forwardedFor) {
        var chain = String.join(",", forwardedFor).split(",", -1);
        var from = peer;
        for (int i = chain.length - 1; i >= 0 && isTrusted(from); i--) {
            var before = chain[i].strip();
            if (!NetUtil.isValidIpV4Address(before) && !NetUtil.isValidIpV6Address(before)) {
                return from;
            }
            from = before;
        }
        return from;
    }

    private boolean isTrusted(String address) {
        var bytes = NetUtil.createByteArrayFromIpAddressString(address);
        if (bytes == null) {
            return false;
        }
        try {
            var socket = new InetSocketAddress(InetAddress.getByAddress(bytes), 0);
            return trusted.stream().anyMatch(subnet -> subnet.matches(socket));
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
