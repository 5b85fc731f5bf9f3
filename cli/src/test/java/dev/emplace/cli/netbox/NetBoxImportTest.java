package dev.emplace.cli.netbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.emplace.api.power.v1.PowerNode;
import dev.emplace.api.power.v1.RackGroup;
import dev.emplace.api.power.v1.Topology;
import dev.emplace.cli.CliException;
import dev.emplace.cli.EmplaceRun;
import dev.emplace.cli.command.ExitCode;
import dev.emplace.cli.output.Documents;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
                .contains("gpu-102 in rack R3 has all its cords on one panel")
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

    @ParameterizedTest
    @CsvSource({
        "power-feeds.json, available_power, 17664, -1",
        "power-feeds.json, available_power, 17664, 1e400",
        "power-ports.json, maximum_draw, 3300, -3300",
        "power-ports.json, maximum_draw, 3300, 1e30"
    })
    void amountsThatNoPlantHasAreRefusedByName(String page, String field, String stated, String amount)
            throws IOException {
        for (Path each : pages()) {
            Files.copy(each, folder.resolve(each.getFileName().toString()));
        }
        String text = Files.readString(folder.resolve(page));
        String changed = text.replaceFirst("(\"" + field + "\":\\s*)" + stated, "$1" + amount);
        assertThat(changed).isNotEqualTo(text);
        Files.writeString(folder.resolve(page), changed);

        EmplaceRun run = unmapped(folder.toString())
                .with("--machine", "DGX H100=nvidia-h100-sxm-80gb:8")
                .run();
        assertThat(run.code()).isEqualTo(ExitCode.FAILED.number());
        assertThat(run.err())
                .contains(field)
                .contains(amount)
                .contains("1000000000")
                .hasLineCount(1);
    }

    @Test
    void aPageThatNamesItselfAsTheNextIsReadOnce() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] page =
                    "{\"next\": \"/api/dcim/sites/?limit=1000\", \"results\": []}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        server.start();
        try {
            URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
            assertThatThrownBy(() -> NetBoxPages.fetch(address, "", ""))
                    .isInstanceOf(CliException.class)
                    .hasMessageContaining("/api/dcim/sites/?limit=1000");
        } finally {
            server.stop(0);
        }
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
        return unmapped(PAGES);
    }

    private static EmplaceRun.Arguments unmapped(String pages) {
        return EmplaceRun.of(
                "netbox", pages, "--netbox-site", "hall-north", "--country", "DE", "--energy-price", "0.19");
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> pages = Files.list(Path.of(PAGES))) {
            return pages.toList();
        }
    }

    private static Topology topology(EmplaceRun run) {
        assertThat(run.err()).isEmpty();
        Topology.Builder topology = Topology.newBuilder();
        Documents.readYaml(run.out(), "the output", topology);
        return topology.build();
    }
}
