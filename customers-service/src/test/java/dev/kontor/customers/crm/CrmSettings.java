package dev.kontor.customers.crm;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** A CRM may be on this machine, and is tried again soon. */
public final class CrmSettings implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        return Map.of(
                "kontor.crm.loopback", "true",
                "kontor.crm.secret-key", "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=",
                "kontor.crm.first-retry", "0.05s",
                "kontor.crm.longest-retry", "0.2s");
    }

    @Override
    public void stop() {
        // Settings only.
    }
}
