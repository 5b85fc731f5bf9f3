package dev.emplace.power.domain.draw;

import static dev.emplace.power.domain.draw.LoadClass.LLM_CHAT;
import static dev.emplace.power.domain.draw.LoadClass.TEXT_ENCODING;
import static dev.emplace.power.domain.draw.LoadClass.VISION;

import dev.emplace.power.domain.draw.WallAnchors.Anchor;
import java.util.Map;
import java.util.Optional;

/**
 * The machines that were measured at the wall, by the rule that holds for each: idle, the largest language model or else
 * text encoder that was run as the heavy workload, and image classification as the light one. What else was measured
 * calibrates nothing, and scores the model.
 */
public final class Anchored {
    /** As MLPerf runs it on accelerators that hold it whole; batches are large, their size is not published. */
    private static final ServedModel LLAMA2_70B = new ServedModel(70_000_000_000L, 70_000_000_000L, 1);

    /** MLPerf Inference v4.1, 8 x H200 SXM: llama2-70b (offline and server) and resnet50. */
    public static final WallAnchors H200 = new WallAnchors(
            8, 2_370, new Anchor(LLM_CHAT, 256, Optional.of(LLAMA2_70B), 6_217), new Anchor(VISION, 4_984));

    /** MLPerf Inference v3.0, 8 x A100 PCIe: bert and resnet50. */
    public static final WallAnchors A100_PCIE =
            new WallAnchors(8, 666, new Anchor(TEXT_ENCODING, 2_346), new Anchor(VISION, 2_067));

    /** MLPerf Inference v3.0, Jetson AGX Orin: bert and resnet50. */
    public static final WallAnchors ORIN =
            new WallAnchors(1, 6.4, new Anchor(TEXT_ENCODING, 24.0), new Anchor(VISION, 18.2));

    private static final Map<String, WallAnchors> BY_ACCELERATOR = Map.of(
            "nvidia-h200-sxm-141gb", H200,
            "nvidia-a100-pcie-80gb", A100_PCIE,
            "nvidia-jetson-agx-orin-64gb", ORIN);

    private Anchored() {}

    static AcceleratorProfile anchored(AcceleratorProfile like) {
        WallAnchors anchors = BY_ACCELERATOR.get(like.id());
        return anchors == null ? like : like.anchored(anchors);
    }
}
