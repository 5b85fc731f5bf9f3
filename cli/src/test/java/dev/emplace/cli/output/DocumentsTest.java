package dev.emplace.cli.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.emplace.api.power.v1.Topology;
import dev.emplace.cli.CliException;
import org.junit.jupiter.api.Test;

class DocumentsTest {

    @Test
    void norwayIsACountry() {
        Topology.Builder topology = Topology.newBuilder();

        Documents.readYaml("country: NO\ndisplay_name: on\n", "site.yaml", topology);

        assertThat(topology.getCountry()).isEqualTo("NO");
        assertThat(topology.getDisplayName()).isEqualTo("on");
    }

    @Test
    void anUnknownFieldIsRefusedWithTheFile() {
        assertThatThrownBy(() -> Documents.readYaml("coutry: DE\n", "site.yaml", Topology.newBuilder()))
                .isInstanceOf(CliException.class)
                .hasMessageContaining("site.yaml")
                .hasMessageContaining("coutry");
    }

    @Test
    void yamlOfAMessageReadsBack() {
        Topology topology =
                Topology.newBuilder().setCountry("NO").setGridGco2EPerKwh(30).build();
        Topology.Builder read = Topology.newBuilder();

        Documents.readYaml(Documents.yaml(topology), "memory", read);

        assertThat(read.build()).isEqualTo(topology);
    }
}
