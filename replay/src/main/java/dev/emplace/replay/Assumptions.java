package dev.emplace.replay;

import dev.emplace.replay.trace.BoundedThroughput;
import dev.emplace.replay.trace.StandIns;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a replay takes for granted, in sentences. */
final class Assumptions {

    private Assumptions() {}

    static List<String> ofPods(Settings settings, StandIns standIns) {
        List<String> all = new ArrayList<>(List.of(
                standIns + "; the P100 is sold no more and a V100 stands for it",
                "a pod that asks for no kind takes any NVIDIA card of 16 GiB or more with BF16, or a kind of the"
                        + " trace's cluster",
                "a pod takes whole cards, unless a machine with a part of one is sold; it stays on one machine",
                "by seed " + settings.seed()
                        + ": 30% of pods are bound to the EU, 20% deny one provider that is not the only seller,"
                        + " 10% send 1 to 100 GiB away for good"));
        all.addAll(common(settings));
        return all;
    }

    static List<String> ofServing(Settings settings, BoundedThroughput throughput) {
        List<String> all = new ArrayList<>(List.of(
                String.format(
                        Locale.ROOT,
                        "at most %.0f ms between two tokens; the larger of the memory and the arithmetic bound, at 80%%",
                        throughput.stepSeconds() * 1000),
                "the k-th replica runs while the load of its 10 minutes needs it, and starts at once",
                "30% of requests must be served in the EU; by seed " + settings.seed()
                        + " each of the two deployments may deny one provider"));
        all.addAll(common(settings));
        return all;
    }

    private static List<String> common(Settings settings) {
        return List.of(
                "list prices seen from " + settings.prices().oldestDays() + " days before to "
                        + settings.prices().pricingDate() + (settings.prices().estimated() ? ", and estimates" : ""),
                "learned on the first half, scored on the second; what runs at the cut is placed anew, by all alike",
                "each GPU cloud rents at most " + settings.quotaGpus() + " GPUs to us at once",
                String.format(
                        Locale.ROOT,
                        "each site of our own has %.0f%% of the 95th percentile of the first half's GPUs; what is taken of"
                                + " it is paid for the whole window, idle or not",
                        settings.ownedShare() * 100),
                "a commitment is paid for its whole term, however short the window",
                "only best-effort work runs on spot: interrupted "
                        + settings.rework().hourlyRate() + " times an hour, begun anew each time",
                "a provider without a published egress tariff is charged the dearest that is known");
    }
}
