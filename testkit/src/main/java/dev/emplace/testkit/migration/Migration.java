package dev.emplace.testkit.migration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file of Flyway's, as the rules see it.
 *
 * @param statements in lower case, with single spaces and without comments
 * @param unusedSince the version from which on nothing uses what this one takes away, as its comment says
 */
record Migration(String file, int version, List<String> statements, OptionalInt unusedSince, boolean inTransaction) {

    private static final Pattern FILE = Pattern.compile("V(\\d+)__\\w+\\.sql");
    private static final Pattern COMMENT = Pattern.compile("--[^\\n]*|(?s:/\\*.*?\\*/)");
    private static final Pattern END = Pattern.compile(";");
    private static final Pattern CONTRACT = Pattern.compile("(?m)^-- contract: .*\\bunused since V(\\d+)\\b");

    static Migration read(Path file) throws IOException {
        Path settings = file.resolveSibling(file.getFileName() + ".conf");
        boolean outside = Files.exists(settings) && Files.readString(settings).contains("executeInTransaction=false");
        return of(file.getFileName().toString(), Files.readString(file), !outside);
    }

    static Migration of(String file, String sql, boolean inTransaction) {
        Matcher name = FILE.matcher(file);
        if (!name.matches()) {
            throw new IllegalArgumentException(file + " is not named like V4__what_it_does.sql");
        }
        return new Migration(file, Integer.parseInt(name.group(1)), statements(sql), unusedSince(sql), inTransaction);
    }

    private static List<String> statements(String sql) {
        String plain = COMMENT.matcher(sql).replaceAll(" ").toLowerCase(Locale.ROOT);
        return END.splitAsStream(plain)
                .map(statement -> statement.replaceAll("\\s+", " ").strip())
                .filter(statement -> !statement.isEmpty())
                .toList();
    }

    private static OptionalInt unusedSince(String sql) {
        Matcher found = CONTRACT.matcher(sql);
        return found.find() ? OptionalInt.of(Integer.parseInt(found.group(1))) : OptionalInt.empty();
    }

    /** Whether it makes that table itself, so that nobody has rows in it or waits for it yet. */
    boolean makes(String table) {
        return statements.stream().anyMatch(statement -> statement.matches("create table " + table + "\\b.*"));
    }
}
