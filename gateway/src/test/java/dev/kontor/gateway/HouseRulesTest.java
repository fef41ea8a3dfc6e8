package dev.kontor.gateway;

import dev.kontor.testkit.HouseRules;
import org.junit.jupiter.api.Test;

class HouseRulesTest {

    @Test
    void the_house_rules_are_kept() {
        HouseRules.check("dev.kontor.gateway");
    }

    @Test
    void aTableIsWrittenByOneFeature() {
        HouseRules.checkTableWriters();
    }

    @Test
    void thereIsOneWayToSql() {
        HouseRules.checkSql("dev.kontor.gateway");
    }
}
