package dev.kontor.gateway.limits;

import dev.kontor.gateway.policy.GatewayProblem;
import dev.kontor.gateway.policy.Principal;
import dev.kontor.platform.web.Problem;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.UUID;

/**
 * One bucket for each client, one for each partner, and one for each address that does not say who it is; and how many requests
 * of a partner are under way.
 */
@Singleton
public class Limits {

    private final Buckets<String> clients;
    private final Buckets<UUID> partners;
    private final Buckets<String> addresses;
    private final OpenRequests open;
    private final int clientFloor;
    private final int partnerFloor;
    private final Allowance.Policy client;
    private final Allowance.Policy partner;
    private final Allowance.Policy address;

    Limits(LimitSettings settings) {
        clients = new Buckets<>(settings.client(), settings.remembered(), System::nanoTime);
        partners = new Buckets<>(settings.partner(), settings.remembered(), System::nanoTime);
        addresses = new Buckets<>(settings.address(), settings.remembered(), System::nanoTime);
        open = new OpenRequests(settings.open());
        clientFloor = floor(settings.client(), settings.exchange());
        partnerFloor = floor(settings.partner(), settings.exchange());
        client = Allowance.Policy.of("client", settings.client());
        partner = Allowance.Policy.of("partner", settings.partner());
        address = Allowance.Policy.of("address", settings.address());
    }

    /** Takes one request from the client, whoever it is, and from its partner. */
    public Allowance take(Principal principal) {
        var own = new Allowance(client, clients.take(principal.subject()));
        if (principal.partnerId() == null || !own.admitted()) {
            return own;
        }
        return Allowance.tighter(own, new Allowance(partner, partners.take(principal.partnerId())));
    }

    /** Takes one request from an address that shows no valid token. */
    public Allowance take(String from) {
        return new Allowance(address, addresses.take(from));
    }

    /** Whether an address used up what it may ask without a valid token, so that its next one is not even looked at. */
    public boolean isExhausted(String from) {
        return addresses.isEmpty(from);
    }

    /** Whether one more request of the partner, or of who has none, may be under way; if so, it has to {@link #end}. */
    public boolean begin(Principal principal) {
        return open.begin(together(principal));
    }

    /** A request that was let begin is over. */
    public void end(Principal principal) {
        open.end(together(principal));
    }

    private static Object together(Principal principal) {
        return principal.partnerId() == null ? principal.subject() : principal.partnerId();
    }

    /** What this replica let through since it last told. */
    Taken tell() {
        return new Taken(clients.tell(clientFloor), partners.tell(partnerFloor));
    }

    /** Counts what another replica let through. */
    void hear(Taken taken) {
        taken.clients().forEach(clients::charge);
        taken.partners().forEach((id, requests) -> partners.charge(UUID.fromString(id), requests));
    }

    /** Below a twentieth of what the limit allows meanwhile, nobody else needs to know. */
    private static int floor(LimitSettings.Quota quota, Duration exchange) {
        return (int) Math.max(1, quota.rate() * exchange.toMillis() / 1_000 / 20);
    }

    /** Throws 429 where the allowance was used up. */
    public static void require(Allowance allowance) {
        if (!allowance.admitted()) {
            throw tooMuch(allowance.retryAfterSeconds());
        }
    }

    /** 429, and in how many seconds to come back. */
    public static Problem tooMuch(long retryAfter) {
        return GatewayProblem.RATE_LIMITED.problem().header("Retry-After", Long.toString(retryAfter));
    }
}
