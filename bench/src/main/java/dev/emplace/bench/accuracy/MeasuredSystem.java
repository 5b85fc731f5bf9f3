package dev.emplace.bench.accuracy;

import java.util.List;
import java.util.Optional;

/**
 * A machine of MLPerf Inference.
 *
 * <p>The split is a rule: a system is anchored by idle, by the largest language model or else the text encoder that was
 * run on it, and by image classification. All runs of these two benchmarks calibrate; all runs of the others test. Whoever
 * wrote the rule had seen the figures, so what every other pair of anchors would have scored is printed beside it.
 *
 * @param accelerator in the table of draws
 * @param accelerators in the machine
 * @param anchors its heavy and its light benchmark; none where it is shown only
 */
record MeasuredSystem(String name, String accelerator, int accelerators, Optional<Anchors> anchors) {
    record Anchors(String heavy, String light) {
        boolean has(String benchmark) {
            return heavy.equals(benchmark) || light.equals(benchmark);
        }
    }

    static final MeasuredSystem H200 = anchored("H200-SXM-141GBx8_TRT_MaxQ", "nvidia-h200-sxm-141gb", 8, "llama2-70b");
    static final MeasuredSystem A100 = anchored("A100-PCIe-80GBx8_TRT_MaxQ", "nvidia-a100-pcie-80gb", 8, "bert");
    static final MeasuredSystem ORIN = anchored("Orin_TRT_MaxQ", "nvidia-jetson-agx-orin-64gb", 1, "bert");
    static final MeasuredSystem B200 =
            new MeasuredSystem("SR680a_V3_B200SXMx8_TRT", "nvidia-b200-sxm-180gb", 8, Optional.empty());
    static final MeasuredSystem L4 = new MeasuredSystem("XR5610_L4x1_TRT_MaxQ", "nvidia-l4-24gb", 1, Optional.empty());
    static final MeasuredSystem A2 =
            new MeasuredSystem("XR4520c_MaxQ_A2x1_TRT_MaxQ", "nvidia-a2-16gb", 1, Optional.empty());

    static final List<MeasuredSystem> ALL = List.of(H200, A100, ORIN, B200, L4, A2);

    private static MeasuredSystem anchored(String name, String accelerator, int accelerators, String heavy) {
        return new MeasuredSystem(name, accelerator, accelerators, Optional.of(new Anchors(heavy, "resnet50")));
    }

    List<WallRun> runs(List<WallRun> all) {
        return all.stream().filter(run -> run.system().equals(name)).toList();
    }
}
