package dev.emplace.power.domain.draw;

import java.util.List;

/**
 * What is known about the draw of one accelerator and of the machine that it usually sits in.
 *
 * @param id as in the catalog of accelerators
 * @param idleWatts of one accelerator, powered and unused
 * @param perServer accelerators in the usual machine
 * @param fractions as like devices show them
 * @param correction moves them to what this device showed
 * @param peakFraction highest 1 s mean over TDP without an enforced cap
 * @param nameplateWatts the maker's rating of the usual machine
 * @param liquidPercent part of the heat that leaves by liquid where liquid reaches the machine
 * @param measured false where the fractions are those of a like device
 * @param source where the figures come from
 */
public record AcceleratorProfile(
        String id,
        long tdpWatts,
        long idleWatts,
        int perServer,
        HostDraw host,
        MeasuredFractions fractions,
        Correction correction,
        double peakFraction,
        long nameplateWatts,
        int liquidPercent,
        boolean measured,
        String source) {
    /** A device whose fractions are taken as they are. */
    public AcceleratorProfile(
            String id,
            long tdpWatts,
            long idleWatts,
            int perServer,
            HostDraw host,
            MeasuredFractions fractions,
            double peakFraction,
            long nameplateWatts,
            int liquidPercent,
            boolean measured,
            String source) {
        this(
                id,
                tdpWatts,
                idleWatts,
                perServer,
                host,
                fractions,
                Correction.NONE,
                peakFraction,
                nameplateWatts,
                liquidPercent,
                measured,
                source);
    }

    /** The fraction of TDP of a workload while it runs. */
    Fraction fraction(Workload workload) {
        return fractions
                .of(workload.load())
                .map(known -> correction.of(like(workload, known), Math.max(1, peakFraction)))
                .orElseGet(this::idleFraction);
    }

    /** The profile that draws, in a machine like the measured one, what was measured. */
    public AcceleratorProfile anchored(WallAnchors anchors) {
        AcceleratorProfile shifted = corrected(host.shifted(missingIdleWatts(anchors)), Correction.NONE);
        double heavy = like(anchors, anchors.heavy());
        double light = like(anchors, anchors.light());
        double idle = idleFraction().median();
        return corrected(
                shifted.host(),
                new Correction(List.of(
                        new Correction.Point(idle, idle),
                        new Correction.Point(light, shifted.solve(anchors, anchors.light())),
                        new Correction.Point(heavy, shifted.solve(anchors, anchors.heavy())))));
    }

    /** The profile as like devices show it. */
    public AcceleratorProfile unanchored() {
        return corrected(host, Correction.NONE);
    }

    private double like(WallAnchors anchors, WallAnchors.Anchor anchor) {
        Workload workload = new Workload(id, anchors.accelerators(), anchor.load(), anchor.batch(), 0, anchor.model());
        return like(workload, fractions.of(anchor.load()).orElseThrow()).median();
    }

    private double missingIdleWatts(WallAnchors anchors) {
        double idle = idleFraction().median();
        Machine.Share share = new Machine(this, 0).share(anchors.accelerators(), anchors.accelerators(), idle);
        double behindSupplies = anchors.idleWatts() * SupplyEfficiency.TITANIUM.at(idle);
        return behindSupplies - share.accelerators() - share.host();
    }

    /** The fraction at which a machine draws what was measured; wall power rises with it. */
    private double solve(WallAnchors anchors, WallAnchors.Anchor anchor) {
        Machine machine = new Machine(this, 0);
        double low = 0;
        double high = 2;
        for (int i = 0; i < 50; i++) {
            double middle = (low + high) / 2;
            Machine.Share share = machine.share(anchors.accelerators(), anchors.accelerators(), middle);
            if (share.total() < anchor.watts()) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private Fraction like(Workload workload, Fraction known) {
        if (workload.batchSize() == 0) {
            return known;
        }
        var fit = ServingFit.of(workload.load());
        if (fit.isPresent()
                && fractions.generation().isPresent()
                && workload.model().isPresent()) {
            Fraction fitted = fit.get()
                    .fraction(ServingFit.features(
                            workload.load(),
                            fractions.generation().get(),
                            workload.batchSize(),
                            workload.model().get()));
            return measured ? fitted : fitted.within(known);
        }
        return workload.load().batches() ? known.times(BatchEffect.factor(workload.batchSize())) : known;
    }

    private Fraction idleFraction() {
        double idle = (double) idleWatts / tdpWatts;
        return new Fraction(idle, idle, idle);
    }

    private AcceleratorProfile corrected(HostDraw host, Correction correction) {
        return new AcceleratorProfile(
                id,
                tdpWatts,
                idleWatts,
                perServer,
                host,
                fractions,
                correction,
                peakFraction,
                nameplateWatts,
                liquidPercent,
                measured,
                source);
    }
}
