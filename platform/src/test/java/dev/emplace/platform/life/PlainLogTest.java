package dev.emplace.platform.life;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.main.LaunchResult;
import io.quarkus.test.junit.main.QuarkusMainLauncher;
import io.quarkus.test.junit.main.QuarkusMainTest;
import org.junit.jupiter.api.Test;

@QuarkusMainTest
class PlainLogTest {

    @Test
    void aLineForPeopleNamesTheTraceOfItsCall(QuarkusMainLauncher launcher) {
        LaunchResult result = launcher.launch(EchoMain.FAULTS);

        assertThat(result.getOutputStream())
                .filteredOn(line -> line.contains("Internal error"))
                .hasSize(2)
                .allMatch(line -> line.matches(".* ERROR .*\\[[0-9a-f]{32}/[0-9a-f]{16}] Internal error \\w{8}.*"));
        assertThat(result.getOutputStream())
                .filteredOn(line -> line.contains("Internal error"))
                .as("one on the event loop, one on a thread for blocking calls")
                .anyMatch(line -> line.contains("(vert.x-eventloop-thread-"))
                .anyMatch(line -> line.contains("(emplace-call-"));
        assertThat(result.getOutputStream())
                .filteredOn(line -> line.contains("Installed features"))
                .allMatch(line -> line.contains("[/]"));
    }
}
