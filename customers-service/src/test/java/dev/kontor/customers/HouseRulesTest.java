package dev.kontor.customers;

import dev.kontor.testkit.HouseRules;
import org.junit.jupiter.api.Test;

class HouseRulesTest {

    @Test
    void theHouseRulesAreKept() {
        HouseRules.check("dev.kontor.customers");
    }

    @Test
    void aTableIsWrittenByOneFeature() {
        HouseRules.checkTableWriters();
    }

    @Test
    void thereIsOneWayToSql() {
        HouseRules.checkSql("dev.kontor.customers");
    }
}
