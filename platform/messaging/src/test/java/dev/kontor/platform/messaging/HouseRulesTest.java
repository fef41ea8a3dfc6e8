package dev.kontor.platform.messaging;

import dev.kontor.testkit.HouseRules;
import org.junit.jupiter.api.Test;

class HouseRulesTest {

    @Test
    void theHouseRulesAreKept() {
        HouseRules.check("dev.kontor.platform.messaging");
    }
}
