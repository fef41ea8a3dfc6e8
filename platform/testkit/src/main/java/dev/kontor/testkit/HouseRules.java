package dev.kontor.testkit;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameStartingWith;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.conditions.ArchConditions.beAnnotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.Entity;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.nio.file.Paths;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;

/** The architecture rules every service keeps; a service's test calls {@link #check} with its base package. */
public final class HouseRules {

    /** Bounded texts that are looked up or have a form of their own, and are shown to nobody as they were sent. */
    private static final Set<String> CODES = Set.of(
            "accountKey",
            "by",
            "clientSecret",
            "code",
            "customer",
            "dashboard",
            "iban",
            "key",
            "licenseKey",
            "product",
            "region",
            "vatId");

    private HouseRules() {}

    public static void check(String basePackage) {
        var classes = importMain(basePackage);
        rules(basePackage).forEach(rule -> rule.allowEmptyShould(true).check(classes));
    }

    /** One feature writes a table; others ask it. Run in the module whose sources are looked at. */
    public static void checkTableWriters() {
        assertThat(TableWriters.in(Paths.get("src/main/java")).broken())
                .as("tables that more than one package writes, or that are the platform's")
                .isEmpty();
    }

    /** Entities and the platform's {@code Database} are the ways to the database. */
    public static void checkSql(String basePackage) {
        noClasses()
                .should()
                .dependOnClassesThat(resideInAnyPackage("java.sql", "javax.sql", "io.agroal..")
                        .or(name("jakarta.persistence.Tuple")))
                .orShould()
                .callMethodWhere(target(nameStartingWith("createNative")))
                .because("there is one way to SQL, with named parameters and records (ADR 012)")
                .allowEmptyShould(true)
                .check(importMain(basePackage));
    }

    /** Where money is made of numbers: no binary floating point at all. */
    public static void checkNoFloatingPoint(String basePackage) {
        var classes = importMain(basePackage);
        for (var type : List.of(double.class, float.class, Double.class, Float.class)) {
            noFields()
                    .should()
                    .haveRawType(type)
                    .because("money and quantities are decimal (domain.md rule 23)")
                    .allowEmptyShould(true)
                    .check(classes);
            noMethods()
                    .should()
                    .haveRawReturnType(type)
                    .because("money and quantities are decimal (domain.md rule 23)")
                    .allowEmptyShould(true)
                    .check(classes);
        }
    }

    private static DescribedPredicate<JavaField> named(Set<String> names) {
        return DescribedPredicate.describe("named " + names, field -> names.contains(field.getName()));
    }

    private static JavaClasses importMain(String basePackage) {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(basePackage);
    }

    private static List<ArchRule> rules(String basePackage) {
        return List.of(
                slices().matching(basePackage + ".(*)..")
                        .should()
                        .beFreeOfCycles()
                        .because("a feature is read, tested and moved by itself"),
                classes()
                        .that()
                        .areAnnotatedWith(Path.class)
                        .or()
                        .areAnnotatedWith(Entity.class)
                        .should()
                        .notBePublic()
                        .because("a resource is reached over HTTP and an entity through its feature"),
                noClasses()
                        .should()
                        .callMethod(Instant.class, "now")
                        .orShould()
                        .callMethod(LocalDate.class, "now")
                        .orShould()
                        .callMethod(LocalDateTime.class, "now")
                        .orShould()
                        .callMethod(OffsetDateTime.class, "now")
                        .orShould()
                        .callMethod(ZonedDateTime.class, "now")
                        .because("time comes from the injected clock, which a rehearsal can move"),
                noClasses()
                        .should()
                        .callMethod(UUID.class, "randomUUID")
                        .because("ids are ordered by time (UUIDv7): dev.kontor.platform.web.Ids"),
                noClasses()
                        .should()
                        .callConstructorWhere(
                                target(owner(assignableTo(Producer.class).or(assignableTo(Consumer.class)))))
                        .orShould()
                        .callMethodWhere(
                                target(owner(assignableTo(Admin.class))).and(target(name("create"))))
                        .because("only dev.kontor.platform.kafka.KafkaClients gives a client the deployment's TLS and"
                                + " SASL"),
                methods()
                        .that()
                        .areAnnotatedWith(GET.class)
                        .or()
                        .areAnnotatedWith(POST.class)
                        .or()
                        .areAnnotatedWith(PUT.class)
                        .or()
                        .areAnnotatedWith(PATCH.class)
                        .or()
                        .areAnnotatedWith(DELETE.class)
                        .and()
                        .areDeclaredInClassesThat()
                        .areNotInterfaces()
                        .should(beAnnotatedWith(RolesAllowed.class)
                                .or(beAnnotatedWith("io.quarkus.security.Authenticated"))
                                .or(beAnnotatedWith(PermitAll.class)))
                        .because("nothing is open by default"),
                fields().that()
                        .haveRawType(String.class)
                        .and()
                        .areDeclaredInClassesThat()
                        .areAssignableTo(Record.class)
                        .and()
                        .areAnnotatedWith("jakarta.validation.constraints.Size")
                        .and(not(named(CODES)))
                        .should(beAnnotatedWith("dev.kontor.platform.web.text.Text")
                                .or(beAnnotatedWith("jakarta.validation.constraints.Pattern")))
                        .because("one rule holds for every text a person reads (api.md, \"texts\")"),
                noClasses()
                        .that()
                        .areAnnotatedWith(Path.class)
                        .should()
                        .beAnnotatedWith(Transactional.class)
                        .because("a transaction belongs to a service, so that no remote call slips into it"),
                noMethods()
                        .that()
                        .areDeclaredInClassesThat()
                        .areAnnotatedWith(Path.class)
                        .should()
                        .beAnnotatedWith(Transactional.class)
                        .because("a transaction belongs to a service, so that no remote call slips into it"));
    }
}
