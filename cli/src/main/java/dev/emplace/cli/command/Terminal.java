package dev.emplace.cli.command;

/** What is known of the terminal. */
final class Terminal {

    private static final int USUAL_WIDTH = 120;
    private static final int LEAST_WIDTH = 60;

    private Terminal() {}

    /** The width in characters: what the shell exports as COLUMNS, else 120. */
    static int width() {
        String columns = System.getenv().getOrDefault("COLUMNS", "");
        return columns.matches("\\d{1,4}") ? Math.max(LEAST_WIDTH, Integer.parseInt(columns)) : USUAL_WIDTH;
    }
}
