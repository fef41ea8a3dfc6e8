package dev.kontor.billing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.kontor.platform.web.ProblemType;
import dev.kontor.testkit.HouseRules;
import dev.kontor.testkit.ProblemTexts;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class HouseRulesTest {

    @Test
    void theHouseRulesHold() {
        HouseRules.check("dev.kontor.billing");
    }

    @Test
    void aTableIsWrittenByOneFeature() {
        HouseRules.checkTableWriters();
    }

    @Test
    void thereIsOneWayToSql() {
        HouseRules.checkSql("dev.kontor.billing");
    }

    @Test
    void thereIsNoBinaryFloatingPoint() {
        HouseRules.checkNoFloatingPoint("dev.kontor.billing");
    }

    @Test
    void countingRatingAndRatedMonthsArePure() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "dev.kontor.billing.counting", "dev.kontor.billing.rating", "dev.kontor.billing.ratedmonths")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta..", "io.quarkus..", "java.sql..", "dev.kontor.platform..")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(java.time.Clock.class)
                .because("what a month costs follows from its facts alone")
                .check(new ClassFileImporter().importPackages("dev.kontor.billing"));
    }

    @Test
    void everyProblemHasItsTextsAndEveryTextItsProblem() {
        ProblemTexts.check("billing", Arrays.stream(BillingProblem.values()).map(ProblemType::code));
    }
}
