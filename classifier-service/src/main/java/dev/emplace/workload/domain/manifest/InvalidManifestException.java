package dev.emplace.workload.domain.manifest;

import dev.emplace.platform.errors.Failure;
import dev.emplace.platform.errors.FieldViolation;
import dev.emplace.workload.domain.WorkloadReason;
import java.util.List;
import java.util.Map;

/** The input cannot be read as a manifest; says in which document, at which line and under which path. */
public final class InvalidManifestException extends Failure {
    private static final long serialVersionUID = 1;

    private final String problem;

    public InvalidManifestException(WorkloadReason reason, String problem, Place place) {
        super(
                reason,
                "manifest, " + place + ": " + problem,
                Map.of(
                        "document", Integer.toString(place.document() + 1),
                        "line", Integer.toString(place.line()),
                        "path", place.path()),
                List.of(new FieldViolation("manifest", place + ": " + problem)),
                null);
        this.problem = problem;
    }

    /** What is wrong, without its place. */
    public String problem() {
        return problem;
    }

    /**
     * Where reading stopped.
     *
     * @param document position of the document, from 0; shown from 1
     * @param line line of the input, from 1
     * @param path path inside the document, such as {@code spec.containers[0].image}; "" is its root
     */
    public record Place(int document, int line, String path) {
        @Override
        public String toString() {
            return "document " + (document + 1) + ", line " + line + ", path " + (path.isEmpty() ? "(root)" : path);
        }
    }
}
