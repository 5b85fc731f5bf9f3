package dev.emplace.replay.check;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Reads a serving load anew, and works out from the terms alone how many replicas each step needs: in the EU for three
 * tenths of the requests, anywhere for the rest. So many must be there.
 */
public final class ServingCheck implements TraceCheck {

    private final Path file;

    public ServingCheck(Path file) {
        this.file = file;
    }

    @Override
    public List<String> violations(Map<String, JsonObject> workloads, JsonObject terms) {
        long begin = terms.get("from").getAsLong();
        long end = terms.get("to").getAsLong();
        List<String> wrong = new ArrayList<>();
        for (double[] step : steps()) {
            if (step[0] >= begin && step[0] < end && step[1] > 0) {
                check(step, 0.3, true, workloads, terms, wrong);
                check(step, 0.7, false, workloads, terms, wrong);
            }
        }
        return wrong;
    }

    private static void check(
            double[] step,
            double share,
            boolean eu,
            Map<String, JsonObject> workloads,
            JsonObject terms,
            List<String> wrong) {
        long running = workloads.values().stream()
                .filter(work -> work.get("eu_bound").getAsBoolean() == eu)
                .filter(work -> work.get("from").getAsLong() <= step[0]
                        && step[0] < work.get("to").getAsLong())
                .filter(work -> work.get("gpu_milli").getAsLong()
                        == 1000 * terms.get("replica_gpus").getAsLong())
                .count();
        double carried = running * replica(step[2], step[3], terms);
        if (carried < share * step[1] - 1e-6) {
            wrong.add("at " + (long) step[0] + " s replicas carry " + carried + " of " + share * step[1]
                    + " requests a second");
        }
    }

    /** Requests a second of one replica: the largest batch that fits and keeps the pace, at four fifths of its yield. */
    private static double replica(double in, double out, JsonObject terms) {
        double parameters = number(terms, "model_parameters");
        double weights = parameters * number(terms, "weight_bytes");
        double token = number(terms, "token_bytes");
        double gpus = number(terms, "replica_gpus");
        double compute = gpus * number(terms, "flops") * 0.4;
        double room = gpus * (0.84 * number(terms, "memory_bytes") - 2.3 * 1024 * 1024 * 1024) - 1.05 * weights;
        double best = 0;
        for (int batch = 1; batch <= 256; batch++) {
            double keys = batch * (in + out) * token;
            double pace = Math.max(
                    1.64 * (weights + keys) / (gpus * number(terms, "bandwidth")) + 0.00175,
                    2 * parameters * batch / compute);
            if (keys <= room && pace <= number(terms, "step_seconds")) {
                best = 0.8 / (2 * parameters * in / compute + out * pace / batch);
            }
        }
        return best;
    }

    private static double number(JsonObject terms, String field) {
        return terms.get(field).getAsDouble();
    }

    /** A step without requests has no lengths. */
    private static double number(String text) {
        return text.isEmpty() ? 0 : Double.parseDouble(text);
    }

    private List<double[]> steps() {
        try {
            List<String> lines = Files.readAllLines(file);
            List<double[]> steps = new ArrayList<>();
            for (String line : lines.subList(1, lines.size())) {
                String[] values = line.split(",", -1);
                steps.add(new double[] {number(values[0]), number(values[1]), number(values[2]), number(values[3])});
            }
            return steps;
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }
}
