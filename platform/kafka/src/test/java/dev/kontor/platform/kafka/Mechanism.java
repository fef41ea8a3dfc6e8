package dev.kontor.platform.kafka;

/** How a client proves who it is: what it says about that, and what the broker's side is. */
enum Mechanism {
    PLAIN("org.apache.kafka.common.security.plain.PlainLoginModule", "user_kontor=\"" + SecuredBroker.PASSWORD + "\""),
    SCRAM_SHA_256("org.apache.kafka.common.security.scram.ScramLoginModule", ""),
    /** With tokens that nobody signed, which Kafka has for tests. */
    OAUTHBEARER("org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule", "");

    private final String module;
    private final String broker;

    Mechanism(String module, String broker) {
        this.module = module;
        this.broker = broker;
    }

    String saslName() {
        return name().replace('_', '-');
    }

    String ofTheClient(String password) {
        return this == OAUTHBEARER
                ? module + " required unsecuredLoginStringClaim_sub=\"kontor\";"
                : module + " required username=\"kontor\" password=\"" + password + "\";";
    }

    String ofTheBroker() {
        return module + " required " + broker + ";";
    }
}
