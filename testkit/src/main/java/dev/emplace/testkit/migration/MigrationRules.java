package dev.emplace.testkit.migration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;

/**
 * Expand, migrate, contract: what a migration may do, so that the version before it goes on beside it, and so that
 * nobody waits for it. See docs/decisions/0016-changing-a-schema.md.
 */
public final class MigrationRules {

    private static final String LITERAL = "(null|true|false|-?\\d+(\\.\\d+)?|'[^']*')";

    /** A type, and perhaps a collation, but no constraint. */
    private static final String TYPE =
            "((?!\\b(default|not|unique|references|primary|check|generated)\\b)[\\w (),\\[\\]\"])+?";

    /** What adds, and holds an exclusive lock for a moment at most. */
    private static final List<Pattern> EXPAND = patterns(
            "create table .*",
            "create sequence .*",
            "comment on .*",
            "alter table \\w+ add column \\w+ " + TYPE + "( (not null )?default " + LITERAL + "( not null)?)?",
            "alter table \\w+ add constraint \\w+ (check|foreign key) .* not valid",
            "alter table \\w+ validate constraint \\w+",
            "alter table \\w+ alter column \\w+ drop not null");

    /** What waits for others, and makes nobody wait; PostgreSQL refuses it in a transaction. */
    private static final Pattern CONCURRENT =
            Pattern.compile("(create( unique)? index concurrently|drop index concurrently) .*");

    /** What takes away: only what the version before no longer uses. */
    private static final List<Pattern> CONTRACT = patterns(
            "drop table \\w+",
            "alter table \\w+ drop column \\w+",
            "alter table \\w+ drop constraint \\w+",
            "alter table \\w+ alter column \\w+ set not null",
            "alter table \\w+ alter column \\w+ drop default");

    private static final Pattern TIMEOUT = Pattern.compile("set (lock|statement)_timeout = \\S+");
    private static final Pattern OF_A_NEW_TABLE =
            Pattern.compile("(?:create(?: unique)? index \\w+ on|insert into) (\\w+)\\b.*");
    private static final Pattern NOT_NULL = Pattern.compile("alter table \\w+ alter column (\\w+) set not null");
    private static final Pattern VALIDATION = Pattern.compile("alter table (\\w+) validate constraint (\\w+)");

    private MigrationRules() {}

    /** Fails where a migration of the folder after that version, which is where the rule began, breaks it. */
    public static void assertKept(Path folder, int after) throws IOException {
        List<Migration> all = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(name -> name.toString().endsWith(".sql")).toList()) {
                all.add(Migration.read(file));
            }
        }
        all.sort(Comparator.comparingInt(Migration::version));
        Assertions.assertThat(all).as("migrations in %s", folder).isNotEmpty();
        Assertions.assertThat(violations(all, after)).isEmpty();
    }

    static List<String> violations(List<Migration> all, int after) {
        List<String> found = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Migration migration = all.get(i);
            if (migration.version() > after) {
                for (String statement : migration.statements()) {
                    fault(statement, migration, all.subList(0, i))
                            .forEach(fault -> found.add(migration.file() + ": " + fault + ": " + statement));
                }
            }
        }
        return found;
    }

    private static Stream<String> fault(String statement, Migration migration, List<Migration> earlier) {
        if (CONCURRENT.matcher(statement).matches()) {
            return says(migration.inTransaction(), "needs executeInTransaction=false in a file of its name and .conf");
        }
        if (TIMEOUT.matcher(statement).matches()) {
            return says(migration.inTransaction(), "may wait only outside a transaction, where it makes nobody wait");
        }
        if (!migration.inTransaction()) {
            return Stream.of("is half done if the migration is cut off: put it into one of its own");
        }
        if (matches(CONTRACT, statement)) {
            return contract(statement, migration, earlier);
        }
        if (matches(EXPAND, statement)) {
            Matcher validation = VALIDATION.matcher(statement);
            return says(
                    validation.matches() && adds(migration, validation.group(2)),
                    "reads the whole table under the lock that adding the constraint took: validate in a later one");
        }
        Matcher ofATable = OF_A_NEW_TABLE.matcher(statement);
        return says(
                !ofATable.matches() || !migration.makes(ofATable.group(1)),
                "is not among what a migration may do beside the version before it");
    }

    private static Stream<String> contract(String statement, Migration migration, List<Migration> earlier) {
        boolean unused = migration.unusedSince().isPresent()
                && earlier.stream()
                        .anyMatch(other ->
                                other.version() == migration.unusedSince().getAsInt());
        Matcher notNull = NOT_NULL.matcher(statement);
        boolean unchecked = notNull.matches()
                && earlier.stream()
                        .flatMap(other -> other.statements().stream())
                        .noneMatch(other -> other.contains("check (" + notNull.group(1) + " is not null)"));
        return Stream.concat(
                says(!unused, "needs a comment \"-- contract: WHAT is unused since Vn\", n an earlier version"),
                says(
                        unchecked,
                        "reads the whole table under an exclusive lock: validate a check (… is not null) before"));
    }

    private static boolean adds(Migration migration, String constraint) {
        return migration.statements().stream().anyMatch(other -> other.contains("add constraint " + constraint + " "));
    }

    private static Stream<String> says(boolean broken, String fault) {
        return broken ? Stream.of(fault) : Stream.empty();
    }

    private static boolean matches(List<Pattern> patterns, String statement) {
        return patterns.stream().anyMatch(pattern -> pattern.matcher(statement).matches());
    }

    private static List<Pattern> patterns(String... patterns) {
        return Stream.of(patterns).map(Pattern::compile).toList();
    }
}
