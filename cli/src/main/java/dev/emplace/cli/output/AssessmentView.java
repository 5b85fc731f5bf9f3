package dev.emplace.cli.output;

import dev.emplace.api.power.v1.Assessment;
import dev.emplace.api.power.v1.Binding;
import dev.emplace.api.power.v1.DrawEstimate;

/** What a site says to a demand for power: what it draws, what binds under which failure, and what is left. */
final class AssessmentView {

    private AssessmentView() {}

    static void show(Assessment power, Sheet sheet) {
        sheet.line((power.getFits() ? "has" : "lacks") + " the power at " + Names.id(power.getSite()));
        Sheet body = sheet.indented();
        if (power.hasDraw()) {
            body.item("draws", draw(power.getDraw()));
        }
        body.item("binding", binding(power.getBinding()));
        if (power.getFits()) {
            body.item("left", Figures.watts(power.getHeadroomWatts()) + " under that limit");
        }
        if (power.getFittingAcceleratorCount() > 0) {
            body.item("would fit", power.getFittingAcceleratorCount() + " of these accelerators now");
        }
        body.item("PUE", power.getPue().getValue());
    }

    static String draw(DrawEstimate draw) {
        return Figures.watts(draw.getP50Watts()) + " median (" + Figures.watts(draw.getP50LowWatts()) + " to "
                + Figures.watts(draw.getP50HighWatts()) + "), " + Figures.watts(draw.getP95Watts()) + " at the 95th "
                + "percentile, " + Figures.watts(draw.getPeakWatts()) + " peak; nameplate "
                + Figures.watts(draw.getNameplateWatts());
    }

    /** pdu-a01 (power) while pdu-b01 is out: 7.9 kW more, on 0 W of 1,100.0 kW. */
    static String binding(Binding binding) {
        String lacking =
                binding.getShortfallWatts() > 0 ? "; short of " + Figures.watts(binding.getShortfallWatts()) : "";
        return binding.getNode() + " (" + Names.words(binding.getLimitKind()) + ") " + under(binding.getScenario())
                + ": "
                + Figures.watts(binding.getDemandWatts()) + " more, on " + Figures.watts(binding.getLoadWatts())
                + " of "
                + Figures.watts(binding.getLimitWatts()) + lacking;
    }

    /** The scenario of a binding limit, in words. */
    static String under(String scenario) {
        return scenario.startsWith("nothing") ? "with nothing failed" : "while " + scenario + " is out";
    }
}
