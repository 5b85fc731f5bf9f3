package dev.emplace.pricing.domain.accelerators;

/** Levenshtein's distance: how many letters to insert, delete or replace to turn one name into the other. */
final class EditDistance {

    private EditDistance() {}

    static int between(String left, String right) {
        var previous = new int[right.length() + 1];
        for (int column = 0; column <= right.length(); column++) {
            previous[column] = column;
        }
        for (int row = 1; row <= left.length(); row++) {
            previous = next(previous, left.charAt(row - 1), row, right);
        }
        return previous[right.length()];
    }

    private static int[] next(int[] previous, char letter, int row, String right) {
        var current = new int[previous.length];
        current[0] = row;
        for (int column = 1; column < current.length; column++) {
            int replace = previous[column - 1] + (letter == right.charAt(column - 1) ? 0 : 1);
            current[column] = Math.min(replace, 1 + Math.min(previous[column], current[column - 1]));
        }
        return current;
    }
}
