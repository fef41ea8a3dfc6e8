package dev.kontor.reporting;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.kontor.platform.web.ProblemType;
import dev.kontor.testkit.HouseRules;
import dev.kontor.testkit.ProblemTexts;
import java.time.Clock;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class HouseRulesTest {

    private static final String BASE = "dev.kontor.reporting";

    @Test
    void theHouseRulesHold() {
        HouseRules.check(BASE);
    }

    @Test
    void aTableIsWrittenByOneFeature() {
        HouseRules.checkTableWriters();
    }

    @Test
    void thereIsOneWayToSql() {
        HouseRules.checkSql(BASE);
    }

    @Test
    void whatIsDrawnIsPure() {
        var classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(BASE + ".drawing", BASE + ".pages", BASE + ".figures");

        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta..", "io.quarkus..", "org.hibernate..", "dev.kontor.platform..")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Clock.class)
                .because("a drawing is the same wherever and whenever it is made")
                .check(classes);
    }

    @Test
    void everyProblemHasItsTextsAndEveryTextItsProblem() {
        ProblemTexts.check("reporting", Arrays.stream(ReportingProblem.values()).map(ProblemType::code));
    }
}
