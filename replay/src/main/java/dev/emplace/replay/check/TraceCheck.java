package dev.emplace.replay.check;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;

/** Holds the workloads of a log against the trace that they are said to come from. */
@FunctionalInterface
public interface TraceCheck {

    /** What is not as the trace says, each in a sentence. */
    List<String> violations(Map<String, JsonObject> workloads, JsonObject terms);
}
