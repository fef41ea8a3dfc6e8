package dev.kontor.platform.security.passports;

import dev.kontor.platform.clock.RealTime;
import io.quarkus.arc.Arc;
import io.quarkus.arc.Unremovable;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;

/** Passports for one service to ask another: good for one callee's {@code /internal} paths and for a minute. */
@Singleton
@Unremovable
public class ServicePassports {

    public static final String TYPE = "service+jwt";

    /** All that one service may do at another, whatever else its passport says. */
    static final String PERMISSION = "internal";

    private static final Duration LIFE = Duration.ofSeconds(60);

    private final SigningKey key;
    private final String self;
    private final Map<String, Minted> minted = new ConcurrentHashMap<>();

    ServicePassports(SigningKey key, @ConfigProperty(name = "kontor.service") String self) {
        this.key = key;
        this.self = self;
    }

    private record Minted(String token, Instant reusableUntil) {}

    /** The {@code Authorization} value for calls to {@code callee}; for REST client interfaces, which can't inject. */
    public static String bearer(String callee) {
        return "Bearer "
                + Arc.container().instance(ServicePassports.class).get().mint(callee);
    }

    /** A token for {@code callee}; minted anew when half of its life is over, since signing costs a millisecond. */
    public String mint(String callee) {
        return minted.compute(callee, (name, known) -> {
                    var now = RealTime.clock().instant();
                    return known != null && now.isBefore(known.reusableUntil())
                            ? known
                            : new Minted(sign(name, now), now.plus(LIFE.dividedBy(2)));
                })
                .token();
    }

    private String sign(String callee, Instant now) {
        var claims = new JwtClaims();
        claims.setIssuer("kontor-" + self);
        claims.setSubject("kontor-" + self);
        claims.setAudience("kontor-" + callee);
        claims.setIssuedAt(NumericDate.fromSeconds(now.getEpochSecond()));
        claims.setExpirationTime(NumericDate.fromSeconds(now.plus(LIFE).getEpochSecond()));
        claims.setStringListClaim("permissions", PERMISSION);
        return key.sign(claims, TYPE);
    }
}
