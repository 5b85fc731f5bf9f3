package dev.emplace.testkit.walls;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** What each package of a service may touch. */
public final class ServiceWalls {

    private static final String[] PLAIN = {"java..", "org.jspecify.annotations..", "dev.emplace.platform.errors.."};

    private final String service;
    private final JavaClasses classes;

    private ServiceWalls(String service) {
        this.service = service;
        this.classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(service);
    }

    /** Fails where a class of the service, e.g. {@code dev.emplace.pricing}, reaches through a wall. */
    public static void check(String service) {
        ServiceWalls walls = new ServiceWalls(service);
        walls.domainIsPlainJava();
        walls.domainKnowsNoOtherPackage();
        walls.grpcAndPersistenceMeetInTheDomain();
        walls.entitiesStayInPersistence();
        walls.noGrpcMethodLeavesTheEventLoopByAnnotation();
    }

    private void domainIsPlainJava() {
        classes()
                .that()
                .resideInAPackage(service + ".domain..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(PLAIN).or(resideInAPackage(service + ".domain..")))
                .because("the domain is plain Java: no Quarkus, gRPC, Jakarta, SQL or protobuf")
                .check(classes);
        noClasses()
                .that()
                .resideInAPackage(service + ".domain..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.sql..")
                .allowEmptyShould(true)
                .check(classes);
    }

    private void domainKnowsNoOtherPackage() {
        noClasses()
                .that()
                .resideInAPackage(service + ".domain..")
                .should()
                .dependOnClassesThat(resideInAPackage(service + "..").and(not(resideInAPackage(service + ".domain.."))))
                .check(classes);
    }

    private void grpcAndPersistenceMeetInTheDomain() {
        noClasses()
                .that()
                .resideInAPackage(service + ".grpc..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(service + ".persistence..", "jakarta.persistence..", "java.sql..")
                .allowEmptyShould(true)
                .check(classes);
        noClasses()
                .that()
                .resideInAPackage(service + ".persistence..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(service + ".grpc..", "dev.emplace.api..", "io.grpc..", "com.google.protobuf..")
                .allowEmptyShould(true)
                .check(classes);
    }

    private void entitiesStayInPersistence() {
        classes()
                .that()
                .areAnnotatedWith("jakarta.persistence.Entity")
                .should()
                .bePackagePrivate()
                .andShould()
                .resideInAPackage(service + ".persistence..")
                .allowEmptyShould(true)
                .check(classes);
    }

    private void noGrpcMethodLeavesTheEventLoopByAnnotation() {
        methods()
                .that()
                .areDeclaredInClassesThat()
                .resideInAPackage(service + ".grpc..")
                .should()
                .notBeAnnotatedWith("io.smallrye.common.annotation.RunOnVirtualThread")
                .andShould()
                .notBeAnnotatedWith("io.smallrye.common.annotation.Blocking")
                .because("calls are lost under load that way (quarkus#48940); use Dispatcher")
                .allowEmptyShould(true)
                .check(classes);
    }
}
