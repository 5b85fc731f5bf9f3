package dev.emplace.replay;

import dev.emplace.replay.check.TraceCheck;
import dev.emplace.replay.suite.SuiteMarket;
import java.util.List;
import java.util.Map;

/**
 * A trace that is ready to be replayed.
 *
 * @param scenes what is assumed first, then what else could have been
 * @param terms of the checker: what it needs to read the trace anew
 */
record Subject(
        List<Scene> scenes,
        SuiteMarket suite,
        TraceCheck check,
        Map<String, Object> terms,
        Map<String, String> figures,
        List<String> assumptions) {}
