package dev.kontor.customers;

import dev.kontor.testkit.HouseRules;
import org.junit.jupiter.api.Test;

class HouseRulesTest {

    @Test
    void theHouseRulesAreKept() {
        HouseRules.check("dev.kontor.customers");
    }
}
