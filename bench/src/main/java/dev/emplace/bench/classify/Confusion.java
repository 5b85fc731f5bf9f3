package dev.emplace.bench.classify;

import java.util.Comparator;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Recall and precision of each label, and every answer that was wrong. */
final class Confusion {
    private Confusion() {}

    static String of(Answers scored) {
        String labels = new TreeSet<>(scored.recall().keySet())
                .stream().map(label -> line(label, scored)).collect(Collectors.joining());
        String wrong = scored.only(a -> !a.right()).all().stream()
                .sorted(Comparator.comparing(a -> a.manifest().file()))
                .map(a -> String.format(
                        Locale.ROOT,
                        "%n  %s: %s answered as %s, %.2f",
                        a.manifest().file().getFileName(),
                        a.manifest().label(),
                        a.answered(),
                        a.confidence()))
                .collect(Collectors.joining());
        return labels + (wrong.isEmpty() ? System.lineSeparator() + "  no confusion is left" : wrong);
    }

    private static String line(String label, Answers scored) {
        Answers labelled = scored.only(a -> a.manifest().label().equals(label));
        Answers answered = scored.answeredAs(label);
        return String.format(
                Locale.ROOT,
                "%n  %-22s %3d files, recall %5.1f%%, %3d answers, precision %s",
                label,
                labelled.size(),
                100 * labelled.accuracy(),
                answered.size(),
                answered.size() == 0 ? "none" : String.format(Locale.ROOT, "%.1f%%", 100 * answered.accuracy()));
    }
}
