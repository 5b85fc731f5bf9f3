package dev.emplace.workload.domain.policy;

import dev.emplace.workload.domain.signal.Source;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Reads evidence rules. Each text of each workload is held against all of their words, so these are bounded. */
final class EvidenceReader {
    static final int LONGEST_WORD = 128;
    static final int MOST_WORDS = 20_000;
    static final int MOST_CHARACTERS = 256 << 10;

    private int words;
    private int characters;

    List<EvidenceRule> rules(List<PolicyNode> nodes) {
        return nodes.stream().map(this::rule).toList();
    }

    private EvidenceRule rule(PolicyNode node) {
        node.only(Set.of("id", "sign", "weight", "in", "words", "means"));
        EnumSet<Source> sources = EnumSet.noneOf(Source.class);
        node.at("in").items().forEach(source -> sources.add(source.oneOf(Source.class)));
        List<String> words = node.at("words").items().stream().map(this::word).toList();
        if (sources.isEmpty() || words.isEmpty()) {
            throw node.wrong("needs at least one source in 'in' and one of 'words'");
        }
        return new EvidenceRule(
                node.at("id").text(),
                node.at("sign").text(),
                node.at("weight").number(-1, 1),
                sources,
                words,
                node.at("means").text());
    }

    private String word(PolicyNode node) {
        String word = node.text();
        int inner = word.indexOf('*', 1);
        boolean starInside = inner >= 0 && inner < word.length() - 1;
        if (starInside || word.replace("*", "").length() < 2) {
            throw node.wrong("must have at least two characters, and a star only at its ends");
        }
        count(node, word);
        return word;
    }

    /** Words of a list that aliases repeat count as often as they are repeated. */
    private void count(PolicyNode node, String word) {
        if (word.length() > LONGEST_WORD) {
            throw node.wrong("has " + word.length() + " characters; the limit of a word is " + LONGEST_WORD);
        }
        words++;
        characters += word.length();
        if (words > MOST_WORDS) {
            throw node.wrong("is one word more than the " + MOST_WORDS + " that all rules may have together");
        }
        if (characters > MOST_CHARACTERS) {
            throw node.wrong("passes the " + MOST_CHARACTERS + " characters that all words may have together");
        }
    }
}
