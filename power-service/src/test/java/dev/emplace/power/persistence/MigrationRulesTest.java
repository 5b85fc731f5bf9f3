package dev.emplace.power.persistence;

import dev.emplace.testkit.migration.MigrationRules;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class MigrationRulesTest {

    /** The last that was there before the rule. */
    private static final int BASELINE = 1;

    @Test
    void eachMigrationLeavesTheVersionBeforeItServing() throws IOException {
        MigrationRules.assertKept(Path.of("src", "main", "resources", "db", "migration"), BASELINE);
    }
}
