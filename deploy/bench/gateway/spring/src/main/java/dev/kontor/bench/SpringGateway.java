package dev.kontor.bench;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;

/** One route, and the resource server as it is by default: any call needs a token that the issuer signed. */
@SpringBootApplication
public class SpringGateway {

    public static void main(String[] args) {
        SpringApplication.run(SpringGateway.class, args);
    }

    /** Like the one by default, but for the type: the issuer writes {@code at+jwt} (RFC 9068). */
    @Bean
    ReactiveJwtDecoder decoder(@Value("${issuer}") String issuer) {
        return NimbusReactiveJwtDecoder.withJwkSetUri(issuer + "/jwks")
                .jwsAlgorithm(SignatureAlgorithm.RS256)
                .validateType(false)
                .build();
    }
}
