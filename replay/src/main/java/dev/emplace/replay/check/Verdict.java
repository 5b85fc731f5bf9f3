package dev.emplace.replay.check;

import java.math.BigDecimal;
import java.util.List;

/**
 * What the checker found.
 *
 * @param violations each in a sentence; empty where every constraint holds
 * @param bill in USD, added up anew
 * @param claimed in USD, what the log says
 */
public record Verdict(List<String> violations, BigDecimal bill, BigDecimal claimed) {

    public Verdict {
        violations = List.copyOf(violations);
    }

    public boolean holds() {
        return violations.isEmpty();
    }
}
