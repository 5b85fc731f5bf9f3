package dev.emplace.workload.domain.estimate;

import dev.emplace.workload.domain.footprint.Assumed;
import dev.emplace.workload.domain.footprint.Footprint;
import java.util.List;

/** What a workload needs of each kind of accelerator that was asked about. */
public record Estimate(Mode mode, List<PerAccelerator> accelerators, List<Assumed> assumptions) {
    public Estimate {
        accelerators = List.copyOf(accelerators);
        assumptions = List.copyOf(assumptions);
    }

    /** What is computed with a model. */
    public enum Mode {
        TOKENS,
        PASS,
        TRAINING,
        LORA,
        QLORA
    }

    /**
     * What it needs of one kind, and how fast it then is.
     *
     * @param shortfall what is missing where it does not fit; "" where it does
     */
    public record PerAccelerator(Footprint footprint, String shortfall, List<Figure> figures) {
        public PerAccelerator {
            figures = List.copyOf(figures);
        }
    }
}
