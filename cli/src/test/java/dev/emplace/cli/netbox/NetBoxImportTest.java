package dev.emplace.cli.netbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emplace.api.power.v1.PowerNode;
import dev.emplace.api.power.v1.RackGroup;
import dev.emplace.api.power.v1.Topology;
import dev.emplace.cli.EmplaceRun;
import dev.emplace.cli.command.ExitCode;
import dev.emplace.cli.output.Documents;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages in src/test/resources/netbox are our own, in the shape of NetBox's REST API. */
class NetBoxImportTest {
    private static final String PAGES = "src/test/resources/netbox";

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit injects it
    private Path folder;

    @Test
    void availablePowerTakesNoSecondDerateAndIsWorkedOutWhereItIsMissing() {
        Topology topology = topology(hallNorth().run());
        assertThat(topology.getNodesList())
                .extracting(PowerNode::getDerate)
                .allSatisfy(derate -> assertThat(derate.getValue()).isEqualTo("1"));
        // 17,664 VA x 0.95; and 230 V x 16 A x 80% x 1.732 x 0.95 without the 300 W of a switch.
        assertThat(topology.getRackGroupsList())
                .extracting(RackGroup::getFeedLimitWatts)
                .containsExactly(16_780L, 4_844L - 300L);
    }

    @Test
    void racksTakeTheLessOfTheirTwoFeedsAndNotTheSum() {
        Topology topology = topology(hallNorth().run());
        assertThat(topology.getRackGroups(0).getRackCount()).isEqualTo(2);
        assertThat(topology.getRackGroups(0).getFedByList()).containsExactly("panel-a", "panel-b");
        assertThat(topology.getNodesList())
                .filteredOn(node -> node.getNodeId().equals("panel-b"))
                .extracting(PowerNode::getRatedWatts)
                .containsExactly(16_780L + 16_780L + 4_844L);
    }

    @Test
    void machinesHaveTheSuppliesThatNetBoxKnows() {
        Topology topology = topology(hallNorth().run());
        var slot = topology.getRackGroups(0).getServers(0);
        assertThat(slot.getAccelerator()).isEqualTo("nvidia-h100-sxm-80gb");
        assertThat(slot.getServerCount()).isEqualTo(1);
        assertThat(slot.getPowerSupply().getSupplyCount()).isEqualTo(6);
        assertThat(slot.getPowerSupply().getSupplyWatts()).isEqualTo(3_300);
    }

    @Test
    void whatNetBoxCannotTellIsSaid() {
        assertThat(hallNorth().run().out())
                .contains("all panels hang on one utility feed", "NetBox knows no cooling", "no losses")
                .contains("R4-A is left out: it is planned", "rack R4 is left out", "spare is left out")
                .contains("gpu-102 in rack R3 has all its cords on one feed")
                .doesNotContain("gpu-100 in rack R1 has all its cords");
    }

    @Test
    void theOtherSiteIsLeftOutAndOneOfSeveralMustBeChosen() {
        assertThat(hallNorth().run().out()).doesNotContain("X1");
        EmplaceRun run = EmplaceRun.of("netbox", PAGES, "--country", "DE", "--energy-price", "0.19")
                .run();
        assertThat(run.code()).isEqualTo(ExitCode.FAILED.number());
        assertThat(run.err()).contains("--netbox-site").contains("hall-north").hasLineCount(1);
    }

    @Test
    void eachPanelHasItsOwnUtilityWhereThatIsSaid() {
        Topology topology = topology(hallNorth().with("--separate-utilities").run());
        assertThat(topology.getNodesList())
                .filteredOn(node -> node.getNodeId().startsWith("panel"))
                .flatExtracting(PowerNode::getFedByList)
                .containsExactly("utility-panel-a", "utility-panel-b");
    }

    @Test
    void machinesThatNobodyMapsTakeTheirRacksAndThatIsSaid() {
        EmplaceRun run = unmapped().run();
        assertThat(run.code()).isEqualTo(ExitCode.FAILED.number());
        assertThat(run.err())
                .contains("--machine")
                .contains("rack R1 is left out")
                .hasLineCount(1);
    }

    @Test
    void whatIsNoPageOfNetBoxIsRefusedByName() throws IOException {
        Path page = Files.writeString(folder.resolve("page.json"), "{\"detail\": \"Invalid token\"}");
        EmplaceRun run = EmplaceRun.of("netbox", page.toString(), "--country", "DE", "--energy-price", "0.19")
                .run();
        assertThat(run.code()).isEqualTo(ExitCode.FAILED.number());
        assertThat(run.err()).contains("page.json").contains("results").hasLineCount(1);
    }

    @Test
    void aTokenDoesNotGoOverAWireInTheClear() throws IOException {
        Path token = Files.writeString(folder.resolve("token"), "secret");
        EmplaceRun run = EmplaceRun.of(
                        "netbox", "http://localhost:1", "--country", "DE", "--energy-price", "0.19", "--token-file")
                .with(token.toString())
                .run();
        assertThat(run.err()).contains("https://").doesNotContain("secret");
    }

    private static EmplaceRun.Arguments hallNorth() {
        return unmapped().with("--machine", "DGX H100=nvidia-h100-sxm-80gb:8");
    }

    private static EmplaceRun.Arguments unmapped() {
        return EmplaceRun.of(
                "netbox", PAGES, "--netbox-site", "hall-north", "--country", "DE", "--energy-price", "0.19");
    }

    private static Topology topology(EmplaceRun run) {
        assertThat(run.err()).isEmpty();
        Topology.Builder topology = Topology.newBuilder();
        Documents.readYaml(run.out(), "the output", topology);
        return topology.build();
    }
}
