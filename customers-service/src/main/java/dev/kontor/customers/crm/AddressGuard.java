package dev.kontor.customers.crm;

import dev.kontor.customers.CrmReason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Set;

/**
 * Looks a CRM's host up and answers the one address that is then connected to: no second look-up can change it, and no
 * request leaves for an address inside, whatever DNS answers.
 */
@ApplicationScoped
class AddressGuard {

    /** Others would make a failed sync tell which ports of somebody's host are open. */
    private static final Set<Integer> PORTS = Set.of(443, 8443);

    private final boolean loopbackToo;
    private final Names names;

    @Inject
    AddressGuard(CrmConfig config) {
        this(config.loopback(), InetAddress::getAllByName);
    }

    AddressGuard(boolean loopbackToo, Names names) {
        this.loopbackToo = loopbackToo;
        this.names = names;
    }

    /** What DNS answers at this moment. */
    interface Names {
        InetAddress[] of(String host) throws UnknownHostException;
    }

    /**
     * @throws CrmFailure where the host is unknown, the port is neither 443 nor 8443, or any of its addresses is not public
     */
    InetAddress pin(CrmUrl url) throws CrmFailure {
        var addresses = resolve(url.host());
        if (loopbackToo && Arrays.stream(addresses).allMatch(InetAddress::isLoopbackAddress)) {
            return addresses[0];
        }
        if (!url.isEncrypted()
                || !PORTS.contains(url.port())
                || !Arrays.stream(addresses).allMatch(PublicAddresses::contain)) {
            throw CrmFailure.of(CrmReason.ADDRESS_REFUSED);
        }
        return addresses[0];
    }

    private InetAddress[] resolve(String host) throws CrmFailure {
        try {
            // A literal IPv6 address stands in brackets in a URL.
            return names.of(host.replaceAll("^\\[|]$", ""));
        } catch (UnknownHostException e) {
            throw CrmFailure.of(CrmReason.UNREACHABLE);
        }
    }
}
