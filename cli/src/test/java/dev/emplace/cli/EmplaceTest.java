package dev.emplace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emplace.cli.command.ExitCodes;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class EmplaceTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit injects it
    private Path folder;

    @Test
    void aMissingFileIsOneClearLine() {
        int code = run("place", folder.resolve("none.yaml").toString());

        assertThat(code).isEqualTo(ExitCodes.FAILED);
        assertThat(err.toString()).startsWith("emplace: there is no file").hasLineCount(1);
    }

    @Test
    void anEmptyManifestIsRefusedBeforeAnythingIsSent() throws IOException {
        Path file = Files.createFile(folder.resolve("empty.yaml"));

        assertThat(run("place", file.toString())).isEqualTo(ExitCodes.FAILED);
        assertThat(err.toString()).contains("0 bytes").hasLineCount(1);
    }

    @Test
    void anUnreachableSuiteSaysHowToStartOne() throws IOException {
        Path file = Files.writeString(folder.resolve("pod.yaml"), "kind: Pod\n");

        int code = run("classify", "--server", "localhost:" + closedPort(), file.toString());

        assertThat(code).isEqualTo(ExitCodes.UNREACHABLE);
        assertThat(err.toString()).contains("./emplace up").hasLineCount(1);
    }

    @Test
    void aMalformedServerIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("pod.yaml"), "kind: Pod\n");

        assertThat(run("place", "--server", "http://x", file.toString())).isEqualTo(ExitCodes.FAILED);
        assertThat(err.toString()).contains("--server is 'http://x'").contains("localhost:9102");
    }

    @Test
    void aMalformedPlaceOfUsersIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("pod.yaml"), "kind: Pod\n");

        assertThat(run("place", "--users-at", "Munich", file.toString())).isEqualTo(ExitCodes.FAILED);
        assertThat(err.toString()).contains("--users-at is 'Munich'").contains("48.14,11.58");
    }

    @Test
    void aTakenPortIsOneClearLine() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int offset = taken.getLocalPort() - 9101;
            int code = run("up", "--once", "--ephemeral", "--port-offset", Integer.toString(offset));

            assertThat(code).isEqualTo(ExitCodes.FAILED);
            assertThat(err.toString())
                    .contains("port " + taken.getLocalPort() + " (pricing-service, gRPC) is taken")
                    .hasLineCount(1);
        }
    }

    @Test
    void anUnknownOptionIsAUsageError() {
        assertThat(run("place", "--colour")).isEqualTo(ExitCodes.USAGE);
    }

    private int run(String... arguments) {
        CommandLine commandLine =
                Emplace.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        return commandLine.execute(arguments);
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
