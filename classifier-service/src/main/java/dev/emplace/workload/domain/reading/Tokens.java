package dev.emplace.workload.domain.reading;

import dev.emplace.workload.domain.signal.Fact;
import dev.emplace.workload.domain.signal.Signals;
import java.util.StringTokenizer;

/** The words of a manifest's values in order, each with the one before it, so that options find their values. */
final class Tokens {
    private static final String SEPARATORS = " \t\r\n\"'=,;|()\\";

    private Tokens() {}

    /** Told of each word. */
    interface Listener {
        void token(String before, String token, Fact fact);
    }

    /** Tells each token with its predecessor; arguments and environment values follow their names. */
    static void each(Signals signals, Listener listener) {
        String before = "";
        for (Fact fact : signals.facts()) {
            StringTokenizer tokens = new StringTokenizer(fact.text(), SEPARATORS);
            while (tokens.hasMoreTokens()) {
                String token = tokens.nextToken();
                if (token.equals(":")) {
                    // In JSON a colon stands alone between a name and its value.
                    continue;
                }
                listener.token(before, token, fact);
                // In a list of variables the key "value" stands between a name and its value.
                before = token.equals("value") ? before : token;
            }
        }
    }
}
