package dev.emplace.pricing.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emplace.testkit.postgres.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.test.junit.main.LaunchResult;
import io.quarkus.test.junit.main.QuarkusMainLauncher;
import io.quarkus.test.junit.main.QuarkusMainTest;
import org.junit.jupiter.api.Test;

/** The service as the Job in k8s/base runs it. */
@QuarkusMainTest
@QuarkusTestResource(value = PostgresResource.class, restrictToAnnotatedClass = true)
@TestProfile(MigrationTest.Migrate.class)
class MigrationTest {

    @Test
    void profileMigrateBringsTheSchemaUpAndEndsWithoutServing(QuarkusMainLauncher launcher) {
        LaunchResult result = launcher.launch();

        assertThat(result.exitCode()).isZero();
        assertThat(result.getOutput()).contains("Successfully applied").contains("now at version v");
        assertThat(result.getOutput()).doesNotContain("started in");
    }

    public static final class Migrate implements QuarkusTestProfile {

        @Override
        public String getConfigProfile() {
            return "migrate";
        }
    }
}
