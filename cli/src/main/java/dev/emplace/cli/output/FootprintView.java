package dev.emplace.cli.output;

import dev.emplace.api.workload.v1.BytesInterval;
import dev.emplace.api.workload.v1.Footprint;

/** What a workload needs of one kind of accelerator, part by part. */
final class FootprintView {

    private FootprintView() {}

    static void show(Footprint footprint, Sheet sheet) {
        if (footprint.getAccelerator().isEmpty()) {
            return;
        }
        sheet.line("needs " + size(footprint.getMemory()) + " in a replica: "
                + footprint.getAcceleratorsPerReplica() + " x " + Names.id(footprint.getAccelerator()) + ", "
                + footprint.getReplicaCount() + (footprint.getReplicaCount() == 1 ? " replica" : " replicas"));
        Table table = new Table(
                Column.prose("PART", 10),
                Column.number("SIZE"),
                Column.prose("FORMULA", 20),
                Column.text("REPLACED BY").leftOut(1));
        footprint
                .getPartsList()
                .forEach(part -> table.row(
                        part.getDescription(),
                        Figures.gigabytes(part.getSize().getExpectedBytes()),
                        part.getFormula(),
                        FactFlags.of(part.getOverriddenBy())));
        sheet.indented().table(table);
    }

    private static String size(BytesInterval size) {
        return Figures.gigabytes(size.getExpectedBytes()) + " (" + Figures.gigabytes(size.getLowBytes()) + " to "
                + Figures.gigabytes(size.getHighBytes()) + ")";
    }
}
