package dev.kontor.gateway;

import dev.kontor.gateway.policy.GatewayProblem;
import dev.kontor.platform.web.CommonProblem;
import dev.kontor.platform.web.ProblemType;
import dev.kontor.testkit.HouseRules;
import dev.kontor.testkit.ProblemTexts;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class HouseRulesTest {

    @Test
    void theHouseRulesAreKept() {
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

    @Test
    void everyProblemHasItsTextsAndEveryTextItsProblem() {
        ProblemTexts.check("gateway", Arrays.stream(GatewayProblem.values()).map(ProblemType::code));
        ProblemTexts.check("platform", Arrays.stream(CommonProblem.values()).map(ProblemType::code));
    }
}
