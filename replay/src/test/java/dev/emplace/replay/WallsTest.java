package dev.emplace.replay;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class WallsTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.emplace.replay");

    @Test
    void theCheckerSharesNoCodeWithWhatItChecks() {
        noClasses()
                .that()
                .resideInAPackage("dev.emplace.replay.check")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.emplace.replay",
                        "dev.emplace.replay.domain",
                        "dev.emplace.replay.portfolio",
                        "dev.emplace.replay.trace",
                        "dev.emplace.replay.suite",
                        "dev.emplace.replay.report",
                        "dev.emplace.api..")
                .check(CLASSES);
    }

    @Test
    void theDomainDoesNoIo() {
        noClasses()
                .that()
                .resideInAnyPackage("dev.emplace.replay.domain", "dev.emplace.replay.portfolio")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.grpc..", "com.google..", "dev.emplace.api..", "java.nio.file..", "java.io..")
                .check(CLASSES);
    }
}
