package dev.emplace.workload.domain.signal;

import java.util.List;
import java.util.Optional;

/** Extended resources by which pods ask device plugins for accelerators, and whose they are. */
public final class ExtendedResource {
    private static final List<Row> ROWS = List.of(
            new Row("nvidia.com/gpu", "nvidia"),
            new Row("nvidia.com/gpu.shared*", "nvidia"),
            new Row("nvidia.com/mig-*", "nvidia"),
            new Row("nvidia.com/vgpu", "nvidia"),
            new Row("nvidia.com/pgpu", "nvidia"),
            new Row("volcano.sh/vgpu-number", "nvidia"),
            new Row("k8s.amazonaws.com/vgpu", "nvidia"),
            new Row("amd.com/gpu", "amd"),
            new Row("google.com/tpu", "google"),
            new Row("aws.amazon.com/neuron*", "aws"),
            new Row("habana.ai/*", "intel"),
            new Row("gpu.intel.com/*", "intel"),
            new Row("huawei.com/ascend*", "huawei"),
            new Row("cambricon.com/*", "cambricon"),
            new Row("qualcomm.com/qaic*", "qualcomm"),
            // Dynamo's own spelling, of whatever its cluster has.
            new Row("gpu", ""));

    private static final String MIG = "nvidia.com/mig-";

    private ExtendedResource() {}

    private record Row(String pattern, String vendor) {
        boolean matches(String resource) {
            return pattern.endsWith("*")
                    ? resource.regionMatches(true, 0, pattern, 0, pattern.length() - 1)
                    : resource.equals(pattern);
        }
    }

    static boolean isAccelerator(String resource) {
        return row(resource).isPresent();
    }

    /** The maker whose device plugin hands it out, such as nvidia; "" where that is nobody's in particular. */
    public static String vendor(String resource) {
        return row(resource).map(Row::vendor).orElse("");
    }

    /** The slice of an accelerator that a MIG profile is, such as 2g.20gb; "" for whole ones. */
    public static String slice(String resource) {
        return resource.startsWith(MIG) ? resource.substring(MIG.length()) : "";
    }

    private static Optional<Row> row(String resource) {
        for (Row row : ROWS) {
            if (row.matches(resource)) {
                return Optional.of(row);
            }
        }
        return Optional.empty();
    }
}
