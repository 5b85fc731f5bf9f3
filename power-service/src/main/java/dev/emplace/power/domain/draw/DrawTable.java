package dev.emplace.power.domain.draw;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The constants of the draw model, under a version that answers carry. */
public final class DrawTable {
    private static final String TRAINING_SOURCE =
            "MLPerf Training v4.0 wall power of 8 x H100 SXM nodes; ML.ENERGY leaderboard (NVML) for serving";
    private static final String H200_SOURCE = "MLPerf Inference v4.1 wall power of 8 x H200 SXM; fractions of the H100";
    private static final String B200_SOURCE =
            "MLPerf Inference v5.1 wall power of 8 x B200 SXM; ML.ENERGY leaderboard (NVML) for serving";
    private static final String UNMEASURED = "no measurement of this device: maker's TDP, fractions of the H100";

    private static final HostDraw HGX_HOPPER = new HostDraw(1_450, 1_780, 2_100);
    private static final HostDraw HGX_H200 = new HostDraw(1_590, 1_780, 2_100);
    private static final HostDraw HGX_BLACKWELL = new HostDraw(1_583, 2_443, 3_100);
    private static final HostDraw PCIE_8 = new HostDraw(400, 480, 700);
    private static final HostDraw EDGE_2U = new HostDraw(500, 545, 600);
    private static final HostDraw MODULE = new HostDraw(0, 0, 0);

    /** With cold plates on the accelerators only: their part of the machine's peak, 8.4 of 11.9 kW. */
    private static final int HGX_LIQUID_PERCENT = 70;

    private final String version;
    private final Map<String, AcceleratorProfile> profiles;

    public DrawTable(String version, List<AcceleratorProfile> profiles) {
        this.version = version;
        this.profiles = profiles.stream().collect(Collectors.toMap(AcceleratorProfile::id, Function.identity()));
    }

    /** The table that ships with the service. */
    public static DrawTable shipped() {
        return new DrawTable(
                "2026.2", likeDevices().stream().map(Anchored::anchored).toList());
    }

    private static List<AcceleratorProfile> likeDevices() {
        return List.of(
                hopper("nvidia-h100-sxm-80gb", 700, 70, HGX_HOPPER, true, TRAINING_SOURCE),
                hopper("nvidia-h200-sxm-141gb", 700, 80, HGX_H200, true, H200_SOURCE),
                hgx(
                        "nvidia-b200-sxm-180gb",
                        1_000,
                        140,
                        1.05,
                        14_300,
                        HGX_LIQUID_PERCENT,
                        MeasuredFractions.B200,
                        true,
                        B200_SOURCE),
                hgx(
                        "nvidia-b300-sxm-270gb",
                        1_100,
                        150,
                        1.05,
                        15_700,
                        HGX_LIQUID_PERCENT,
                        MeasuredFractions.B200,
                        false,
                        "no measurement of this device: maker's TDP, fractions of the B200"),
                rackScale("nvidia-gb200-186gb", 1_200),
                rackScale("nvidia-gb300-288gb", 1_400),
                amd("amd-mi300x-192gb", 750),
                amd("amd-mi325x-256gb", 1_000),
                new AcceleratorProfile(
                        "nvidia-a100-sxm-80gb",
                        400,
                        50,
                        8,
                        new HostDraw(900, 1_150, 1_600),
                        MeasuredFractions.LIKE_H100,
                        1.0,
                        6_500,
                        0,
                        false,
                        UNMEASURED),
                new AcceleratorProfile(
                        "nvidia-a100-sxm-40gb",
                        400,
                        50,
                        8,
                        new HostDraw(900, 1_150, 1_600),
                        MeasuredFractions.LIKE_H100,
                        1.0,
                        6_500,
                        0,
                        false,
                        UNMEASURED),
                pcie(
                        "nvidia-a100-pcie-80gb",
                        300,
                        30,
                        true,
                        "MLPerf Inference v3.0 wall power of 8 x A100 PCIe (tuned for power); fractions of the H100"),
                pcie("nvidia-a100-pcie-40gb", 250, 30, false, UNMEASURED),
                pcie("nvidia-v100-sxm-16gb", 300, 30, false, UNMEASURED),
                pcie("nvidia-v100-sxm-32gb", 300, 30, false, UNMEASURED),
                pcie("nvidia-a10-24gb", 150, 15, false, UNMEASURED),
                pcie("nvidia-h100-nvl-94gb", 400, 50, false, UNMEASURED),
                pcie("nvidia-a10g-24gb", 150, 15, false, UNMEASURED),
                pcie("nvidia-h100-pcie-80gb", 350, 45, false, UNMEASURED),
                pcie("nvidia-l40s-48gb", 350, 35, false, UNMEASURED),
                card(
                        "nvidia-l4-24gb",
                        72,
                        16,
                        EDGE_2U,
                        1_100,
                        "MLPerf Inference v3.0 wall power of a 2U machine with one L4"),
                card(
                        "nvidia-a2-16gb",
                        60,
                        6,
                        new HostDraw(82, 130, 180),
                        400,
                        "MLPerf Inference v3.0 wall power of a machine with one A2"),
                card("nvidia-t4-16gb", 70, 10, EDGE_2U, 1_100, UNMEASURED),
                jetson(
                        "nvidia-jetson-agx-orin-64gb",
                        60,
                        6,
                        true,
                        "MLPerf Inference v3.0 wall power of an AGX Orin (tuned for power)"),
                jetson("nvidia-jetson-orin-nano-super-8gb", 25, 4, false, "maker's limit, fractions of the AGX Orin"),
                jetson("nvidia-jetson-orin-nx-16gb", 25, 4, false, "maker's limit, fractions of the AGX Orin"),
                jetson("nvidia-jetson-thor-128gb", 130, 12, false, "maker's limit, fractions of the AGX Orin"));
    }

    public String version() {
        return version;
    }

    public Optional<AcceleratorProfile> find(String accelerator) {
        return Optional.ofNullable(profiles.get(accelerator));
    }

    public List<String> accelerators() {
        return profiles.keySet().stream().sorted().toList();
    }

    private static AcceleratorProfile hopper(
            String id, long tdp, long idle, HostDraw host, boolean measured, String source) {
        return new AcceleratorProfile(id, tdp, idle, 8, host, MeasuredFractions.H100, 1.0, 10_200, 0, measured, source);
    }

    private static AcceleratorProfile hgx(
            String id,
            long tdp,
            long idle,
            double peak,
            long nameplate,
            int liquid,
            MeasuredFractions fractions,
            boolean measured,
            String source) {
        return new AcceleratorProfile(
                id, tdp, idle, 8, HGX_BLACKWELL, fractions, peak, nameplate, liquid, measured, source);
    }

    /** One compute tray of four; nameplate 120-150 kW for a rack of 18. */
    private static AcceleratorProfile rackScale(String id, long tdp) {
        return new AcceleratorProfile(
                id,
                tdp,
                160,
                4,
                new HostDraw(900, 1_900, 2_100),
                MeasuredFractions.LIKE_H100,
                1.05,
                tdp == 1_200 ? 7_300 : 8_300,
                85,
                false,
                "no measurement of this device: maker's TDP and rack rating, fractions of the H100");
    }

    private static AcceleratorProfile amd(String id, long tdp) {
        return new AcceleratorProfile(
                id,
                tdp,
                140,
                8,
                HGX_BLACKWELL,
                MeasuredFractions.LIKE_H100,
                1.05,
                tdp * 8 + 4_500,
                0,
                false,
                UNMEASURED);
    }

    private static AcceleratorProfile pcie(String id, long tdp, long idle, boolean measured, String source) {
        return new AcceleratorProfile(
                id, tdp, idle, 8, PCIE_8, MeasuredFractions.LIKE_H100, 1.0, tdp * 8 + 1_200, 0, measured, source);
    }

    private static AcceleratorProfile card(
            String id, long tdp, long idle, HostDraw host, long nameplate, String source) {
        boolean measured = !source.equals(UNMEASURED);
        return new AcceleratorProfile(
                id, tdp, idle, 4, host, MeasuredFractions.SMALL_CARD, 1.0, nameplate, 0, measured, source);
    }

    private static AcceleratorProfile jetson(String id, long tdp, long idle, boolean measured, String source) {
        return new AcceleratorProfile(
                id, tdp, idle, 1, MODULE, MeasuredFractions.JETSON, 1.0, tdp, 0, measured, source);
    }
}
