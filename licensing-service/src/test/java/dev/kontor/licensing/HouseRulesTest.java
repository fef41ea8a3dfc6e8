package dev.kontor.licensing;

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

    private static final String BASE = "dev.kontor.licensing";

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
    void whatDatesMeanAndWhatIsPlannedIsPure() {
        var classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(BASE + ".terms", BASE + ".plans");

        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta..", "io.quarkus..", "org.hibernate..")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Clock.class)
                .because("rules are read and tested without a database or a clock")
                .check(classes);
    }

    @Test
    void everyProblemHasItsTextsAndEveryTextItsProblem() {
        ProblemTexts.check("licensing", Arrays.stream(LicensingProblem.values()).map(ProblemType::code));
    }
}
