package dev.kontor.gateway;

import dev.kontor.gateway.policy.Policy;
import dev.kontor.gateway.policy.PolicyFile;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Reads the policy once; a policy that can't be read stops the start. */
final class PolicySource {

    @Produces
    @Singleton
    Policy policy() {
        return PolicyFile.load();
    }
}
