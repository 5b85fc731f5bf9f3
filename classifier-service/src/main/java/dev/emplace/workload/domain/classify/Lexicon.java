package dev.emplace.workload.domain.classify;

import dev.emplace.workload.domain.policy.EvidenceRule;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.function.IntConsumer;

/**
 * Finds the words of every rule in one pass over a text (Aho and Corasick 1975), so that the cost of a manifest does not
 * grow with the number of rules.
 */
final class Lexicon {
    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz0123456789.-_/:= +@[](),\"'";
    private static final int OTHER = ALPHABET.length();
    private static final int WIDTH = OTHER + 1;

    private final List<Word> words = new ArrayList<>();
    private int[] next = new int[WIDTH * 64];
    private int[][] outputs = new int[64][];
    private int states = 1;

    private record Word(int rule, int length, boolean openStart, boolean openEnd) {}

    Lexicon(List<EvidenceRule> rules) {
        for (int rule = 0; rule < rules.size(); rule++) {
            for (String word : rules.get(rule).words()) {
                add(rule, word.toLowerCase(Locale.ROOT));
            }
        }
        link();
    }

    /** Tells the index of each rule that has a word in the text; a rule may be told more than once. */
    void scan(String text, IntConsumer found) {
        int state = 0;
        for (int i = 0; i < text.length(); i++) {
            state = next[state * WIDTH + symbol(text.charAt(i))];
            int[] ends = outputs[state];
            if (ends != null) {
                for (int end : ends) {
                    Word word = words.get(end);
                    if (bounded(text, i + 1 - word.length, i + 1, word)) {
                        found.accept(word.rule);
                    }
                }
            }
        }
    }

    private static boolean bounded(String text, int from, int to, Word word) {
        boolean start = word.openStart || from == 0 || !joins(text.charAt(from - 1), text.charAt(from));
        return start && (word.openEnd || to == text.length() || !joins(text.charAt(to - 1), text.charAt(to)));
    }

    /** Whether two neighbouring characters belong to one word; camelCase joins as well. */
    private static boolean joins(char left, char right) {
        return Character.isLetterOrDigit(left) && Character.isLetterOrDigit(right);
    }

    private static int symbol(char c) {
        char lower = c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
        return lower < 128 ? SYMBOLS[lower] : OTHER;
    }

    private static final int[] SYMBOLS = symbols();

    private static int[] symbols() {
        int[] symbols = new int[128];
        Arrays.fill(symbols, OTHER);
        for (int i = 0; i < ALPHABET.length(); i++) {
            symbols[ALPHABET.charAt(i)] = i;
        }
        return symbols;
    }

    private void add(int rule, String pattern) {
        boolean openStart = pattern.startsWith("*");
        boolean openEnd = pattern.endsWith("*");
        String word = pattern.substring(openStart ? 1 : 0, pattern.length() - (openEnd ? 1 : 0));
        int state = 0;
        for (int i = 0; i < word.length(); i++) {
            state = child(state, symbol(word.charAt(i)));
        }
        words.add(new Word(rule, word.length(), openStart, openEnd));
        outputs[state] = with(outputs[state], words.size() - 1);
    }

    private int child(int state, int symbol) {
        int at = state * WIDTH + symbol;
        if (next[at] == 0) {
            if (states * WIDTH == next.length) {
                next = Arrays.copyOf(next, next.length * 2);
                outputs = Arrays.copyOf(outputs, outputs.length * 2);
            }
            next[at] = states++;
        }
        return next[at];
    }

    private static int[] with(int[] ends, int word) {
        if (ends == null) {
            return new int[] {word};
        }
        int[] longer = Arrays.copyOf(ends, ends.length + 1);
        longer[ends.length] = word;
        return longer;
    }

    /** Fills the missing transitions from each state's longest proper suffix, breadth first. */
    private void link() {
        int[] suffix = new int[states];
        Deque<Integer> queue = new ArrayDeque<>();
        for (int symbol = 0; symbol < WIDTH; symbol++) {
            if (next[symbol] != 0) {
                queue.add(next[symbol]);
            }
        }
        while (!queue.isEmpty()) {
            int state = queue.remove();
            for (int symbol = 0; symbol < WIDTH; symbol++) {
                int child = next[state * WIDTH + symbol];
                int fallback = next[suffix[state] * WIDTH + symbol];
                if (child == 0) {
                    next[state * WIDTH + symbol] = fallback;
                } else {
                    suffix[child] = fallback;
                    inherit(child, fallback);
                    queue.add(child);
                }
            }
        }
    }

    private void inherit(int state, int suffix) {
        if (outputs[suffix] != null) {
            for (int word : outputs[suffix]) {
                outputs[state] = with(outputs[state], word);
            }
        }
    }
}
