package dev.emplace.platform;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class PlatformWallsTest {

    private static final JavaClasses PLATFORM = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.emplace.platform");

    @Test
    void onlyErrorsIsSharedAmongPackages() {
        slices().matching("dev.emplace.platform.(*)..")
                .should()
                .notDependOnEachOther()
                .ignoreDependency(
                        DescribedPredicate.alwaysTrue(),
                        JavaClass.Predicates.resideInAPackage("dev.emplace.platform.errors"))
                .check(PLATFORM);
    }

    @Test
    void errorsIsPlainJava() {
        classes()
                .that()
                .resideInAPackage("dev.emplace.platform.errors")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.jspecify.annotations..", "dev.emplace.platform.errors")
                .check(PLATFORM);
    }

    @Test
    void noDomainIsKnownHere() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.emplace.api.pricing..",
                        "dev.emplace.api.power..",
                        "dev.emplace.api.workload..",
                        "dev.emplace.pricing..",
                        "dev.emplace.power..",
                        "dev.emplace.workload..")
                .check(PLATFORM);
    }

    @Test
    void noDomainNounIsSpokenHere() {
        noClasses()
                .should()
                .haveNameMatching("(?i).*(offer|tariff|quote|accelerator|reservation|powernode|site|workload|footprint"
                        + "|placement|plan\\b).*")
                .check(PLATFORM);
    }
}
