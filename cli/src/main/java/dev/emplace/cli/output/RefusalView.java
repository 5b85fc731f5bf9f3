package dev.emplace.cli.output;

import java.util.Map;

/** Why a site cannot take a load, and what it could take: from the facts of an INSUFFICIENT_CAPACITY. */
public final class RefusalView {

    private final Map<String, String> facts;
    private final String later;
    private final String outcome;

    private RefusalView(Map<String, String> facts, String later, String outcome) {
        this.facts = facts;
        this.later = later;
        this.outcome = outcome;
    }

    /** Of a new reservation. */
    public static RefusalView ofCreation(Map<String, String> facts) {
        return new RefusalView(facts, " on, for as long", "nothing is held");
    }

    /** Of another size of one. */
    public static RefusalView ofResize(Map<String, String> facts) {
        return new RefusalView(facts, " on, to the end of its window", "it holds what it held");
    }

    public void show(Sheet sheet) {
        sheet.line(
                Tone.BAD,
                "emplace: " + Names.id(fact("site")) + " cannot take that: short of " + watts("shortfall_watts")
                        + " at "
                        + fact("node") + " (" + Names.words(fact("limit_kind")) + ") "
                        + AssessmentView.under(fact("scenario")));
        Sheet body = sheet.indented();
        body.line("the limit there is " + watts("limit_watts") + "; " + watts("load_watts")
                + " are taken, and this adds " + watts("demand_watts"));
        item(body, "would fit here", "fitting_accelerator_count", " accelerators");
        item(body, "would fit here", "fitting_rack_count", " racks");
        item(body, "would fit with a cap of", "fitting_cap_watts_per_accelerator", " W per accelerator (--cap-watts)");
        item(body, "would fit at", "fitting_sites", "");
        item(body, "would fit from", "fitting_start_time", later);
        body.line(outcome);
    }

    private void item(Sheet sheet, String label, String fact, String unit) {
        String value = fact(fact);
        sheet.item(label, value.isEmpty() || value.equals("0") ? "" : value + unit);
    }

    private String fact(String name) {
        return facts.getOrDefault(name, "");
    }

    private String watts(String name) {
        String value = fact(name);
        return value.matches("\\d{1,18}") ? Figures.watts(Long.parseLong(value)) : value;
    }
}
