package dev.emplace.replay.trace;

import java.util.HashMap;
import java.util.Map;

/**
 * What stands for the accelerators that openb does not disclose, G2 and G3, and for the P100, which nobody sells any
 * more: a V100 has at least its memory and bandwidth. The cluster's other kinds are named as they are.
 */
public enum StandIns {
    /** As small as the cluster's disclosed kinds. */
    SMALL("nvidia-t4-16gb", "nvidia-v100-sxm-32gb"),
    /** One generation later: what is assumed. */
    MIDDLE("nvidia-a10-24gb", "nvidia-a100-sxm-80gb"),
    /** The largest that were sold beside a T4. */
    LARGE("nvidia-l40s-48gb", "nvidia-h100-sxm-80gb");

    private static final String PREFIX = "accelerators/";

    private final String g2;
    private final String g3;

    StandIns(String g2, String g3) {
        this.g2 = g2;
        this.g3 = g3;
    }

    /** The trace's words in the catalog's names. */
    public Map<String, String> words() {
        Map<String, String> words = new HashMap<>(Map.of(
                "T4", "nvidia-t4-16gb",
                "A10", "nvidia-a10-24gb",
                "P100", "nvidia-v100-sxm-16gb",
                "V100M16", "nvidia-v100-sxm-16gb",
                "V100M32", "nvidia-v100-sxm-32gb",
                "G2", g2,
                "G3", g3));
        words.replaceAll((word, id) -> PREFIX + id);
        return words;
    }
}
