package dev.emplace.replay.report;

import dev.emplace.replay.Found;
import java.util.ArrayList;
import java.util.List;

/** What keeps the headline from being true, in a few words each. */
public final class Shortfalls {

    private static final double TARGET = 0.5;

    private Shortfalls() {}

    public static List<String> of(Found found) {
        List<String> shortfalls = new ArrayList<>();
        if (!(found.share() <= TARGET)) {
            shortfalls.add("the bill is " + Amounts.percent(found.share()) + " of the baseline, not at most 50%");
        }
        if (found.emplace().total().compareTo(found.greedy().total()) >= 0) {
            shortfalls.add("it is not below the greedy choice");
        }
        int violations = found.emplace().verdict().violations().size();
        if (violations > 0) {
            shortfalls.add(violations == 1 ? "one constraint is violated" : violations + " constraints are violated");
        }
        found.settings().whatIfs().forEach(what -> shortfalls.add(what + ": a what-if, not the headline"));
        return shortfalls;
    }
}
