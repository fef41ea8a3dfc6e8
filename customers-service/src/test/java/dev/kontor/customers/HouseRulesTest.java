package dev.kontor.customers;

import dev.kontor.platform.web.ProblemType;
import dev.kontor.testkit.HouseRules;
import dev.kontor.testkit.ProblemTexts;
import java.util.Arrays;
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

    @Test
    void everyProblemHasItsTextsAndEveryTextItsProblem() {
        ProblemTexts.check("customers", Arrays.stream(CustomersProblem.values()).map(ProblemType::code));
    }
}
