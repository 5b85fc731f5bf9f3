package dev.emplace.replay.trace;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What stands for the accelerators that openb does not disclose, G2 and G3, and for the P100, which nobody sells any
 * more: a V100 has at least its memory and bandwidth. The cluster's other kinds are named as they are.
 */
public enum StandIns {
    /** As small as the cluster's disclosed kinds. */
    SMALL("nvidia-t4-16gb", "nvidia-v100-sxm-32gb"),
    /** Cards of 24 GB, which are sold by ones and up to eights as openb has them; and the A100: what is assumed. */
    MIDDLE("nvidia-a10-24gb nvidia-a10g-24gb nvidia-l4-24gb", "nvidia-a100-sxm-80gb"),
    /** The largest that were sold beside a T4. */
    LARGE("nvidia-l40s-48gb", "nvidia-h100-sxm-80gb");

    private static final String PREFIX = "accelerators/";

    private final String g2;
    private final String g3;

    StandIns(String g2, String g3) {
        this.g2 = g2;
        this.g3 = g3;
    }

    /** The trace's words, each with the catalog's names that it stands for. */
    public Map<String, Set<String>> words() {
        Map<String, Set<String>> words = new HashMap<>(Map.of(
                "T4", Set.of("nvidia-t4-16gb"),
                "A10", Set.of("nvidia-a10-24gb"),
                "P100", Set.of("nvidia-v100-sxm-16gb"),
                "V100M16", Set.of("nvidia-v100-sxm-16gb"),
                "V100M32", Set.of("nvidia-v100-sxm-32gb"),
                "G2", Set.of(g2.split(" ", -1)),
                "G3", Set.of(g3.split(" ", -1))));
        words.replaceAll((word, ids) -> ids.stream().map(PREFIX::concat).collect(Collectors.toSet()));
        return words;
    }

    /** Which they are, in a few words. */
    @Override
    public String toString() {
        return "G2 as " + g2.replace(" ", " or ") + ", G3 as " + g3;
    }
}
