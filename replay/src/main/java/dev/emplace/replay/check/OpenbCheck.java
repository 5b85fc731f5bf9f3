package dev.emplace.replay.check;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads openb anew: each scheduled pod with a GPU must be there, with what it asks for, for as long as it ran. */
public final class OpenbCheck implements TraceCheck {

    private final Path file;

    private record Pod(Map<String, String> fields) {
        String get(String column) {
            return fields.getOrDefault(column, "");
        }
    }

    public OpenbCheck(Path file) {
        this.file = file;
    }

    @Override
    public List<String> violations(Map<String, JsonObject> workloads, JsonObject terms) {
        long begin = terms.get("from").getAsLong();
        long end = terms.get("to").getAsLong();
        List<String> wrong = new ArrayList<>();
        int expected = 0;
        for (Pod pod : pods()) {
            if (pod.get("scheduled_time").isEmpty() || pod.get("num_gpu").equals("0")) {
                continue;
            }
            long from = Math.max(begin, Long.parseLong(pod.get("scheduled_time")));
            long to = Math.min(end, Long.parseLong(pod.get("deletion_time")));
            if (from < to) {
                expected++;
                JsonObject work = workloads.get(pod.get("name"));
                if (work == null || !isAlike(work, pod, from, to, terms)) {
                    wrong.add(pod.get("name") + " is not as the trace says");
                }
            }
        }
        if (expected != workloads.size()) {
            wrong.add("the trace has " + expected + " pods in the window, the log " + workloads.size());
        }
        return wrong;
    }

    private static boolean isAlike(JsonObject work, Pod pod, long from, long to, JsonObject terms) {
        long cards = Long.parseLong(pod.get("num_gpu"));
        long milli = cards == 1 ? Long.parseLong(pod.get("gpu_milli")) : 1000 * cards;
        return work.get("from").getAsLong() == from
                && work.get("to").getAsLong() == to
                && work.get("gpu_milli").getAsLong() == milli
                && work.get("cpu_milli").getAsLong() == Long.parseLong(pod.get("cpu_milli"))
                && work.get("memory_bytes").getAsLong() == Long.parseLong(pod.get("memory_mib")) * 1024 * 1024
                && work.get("preemptible").getAsBoolean() == pod.get("qos").equals("BE")
                && kindsAreAlike(work, pod.get("gpu_spec"), terms.getAsJsonObject("accelerator_words"));
    }

    private static boolean kindsAreAlike(JsonObject work, String spec, JsonObject words) {
        List<String> accepted = new ArrayList<>();
        work.getAsJsonArray("accelerators").forEach(kind -> accepted.add(kind.getAsString()));
        if (spec.isEmpty()) {
            return true;
        }
        List<String> meant = new ArrayList<>();
        for (String word : spec.split("\\|", -1)) {
            JsonElement kinds = words.get(word);
            if (kinds != null) {
                kinds.getAsJsonArray().forEach(kind -> meant.add(kind.getAsString()));
            }
        }
        return meant.containsAll(accepted);
    }

    private List<Pod> pods() {
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
        String[] headings = lines.get(0).split(",", -1);
        List<Pod> pods = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] values = line.split(",", -1);
            Map<String, String> fields = new HashMap<>();
            for (int i = 0; i < headings.length; i++) {
                fields.put(headings[i], values[i]);
            }
            pods.add(new Pod(fields));
        }
        return pods;
    }
}
