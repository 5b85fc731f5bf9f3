package dev.emplace.cli.netbox;

import java.util.ArrayList;
import java.util.List;

/** What whoever applies the topology should know of how it came about. */
final class Notes {
    private final List<String> lines = new ArrayList<>();

    void say(String line) {
        lines.add(line);
    }

    /** What NetBox has no field for. */
    void assumed(Assumptions assumptions) {
        say(
                assumptions.separateUtilities()
                        ? "assumed: each panel has a utility feed of its own, as you said"
                        : "assumed: all panels hang on one utility feed, so nothing survives its loss; NetBox does not"
                                + " say what feeds a panel (UPS, generator, transformer): put them in, or give"
                                + " --separate-utilities");
        say("assumed: volt-amperes are watts at a power factor of "
                + assumptions.powerFactor().toPlainString());
        say("assumed: air takes " + assumptions.rackAirWatts() + " W from a rack, and two air conditioners, each enough"
                + " for all racks, draw " + assumptions.coolingShare().toPlainString()
                + " of their heat; NetBox knows no cooling: put yours in");
        say("assumed: no losses in panels and feeds, so the PUE will look too good");
        say("taken as is: available power, which has NetBox's max_utilization in it: derate is 1, there is no"
                + " second one");
    }

    List<String> lines() {
        return List.copyOf(lines);
    }
}
