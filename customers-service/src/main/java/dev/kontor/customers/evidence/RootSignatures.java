package dev.kontor.customers.evidence;

import dev.kontor.platform.security.passports.SigningKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jose4j.jwt.JwtClaims;

/** Signs a minute's root, and knows again what was signed. */
@ApplicationScoped
public class RootSignatures {

    private static final String TYPE = "access-log-root+jwt";
    private static final String PREVIOUS = "previous";

    private final SigningKey key;

    RootSignatures(SigningKey key) {
        this.key = key;
    }

    /** The root of that minute, which follows the one with the digest {@code previous}. */
    public MinuteRoot sign(long minute, String previous, List<ChainEnd> ends) {
        return new MinuteRoot(minute, ends, key.sign(claims(minute, previous, ends), TYPE));
    }

    /** The digest that the root says was before it; empty where this service never signed that root, with those leaves. */
    Optional<String> previous(MinuteRoot root) {
        return key.verified(root.signature(), TYPE)
                .map(JwtClaims::getClaimsMap)
                .filter(signed -> signed.get(PREVIOUS) instanceof String previous
                        && signed.equals(
                                claims(root.minute(), previous, root.ends()).getClaimsMap()))
                .map(signed -> (String) signed.get(PREVIOUS));
    }

    private static JwtClaims claims(long minute, String previous, List<ChainEnd> ends) {
        var claims = new JwtClaims();
        claims.setIssuer("kontor-customers");
        claims.setClaim("minute", minute);
        claims.setStringClaim(PREVIOUS, previous);
        claims.setClaim("size", (long) ends.size());
        claims.setStringClaim("root", MinuteRoot.root(ends));
        return claims;
    }
}
