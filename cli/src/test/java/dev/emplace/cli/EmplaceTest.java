package dev.emplace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emplace.cli.command.ExitCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class EmplaceTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit injects it
    private Path folder;

    @Test
    void theHelpOfEachCommandIsShownWithoutAComplaint() {
        PrintStream before = System.err;
        ByteArrayOutputStream complaints = new ByteArrayOutputStream();
        System.setErr(new PrintStream(complaints, true, StandardCharsets.UTF_8));
        try {
            CommandLine root = Emplace.commandLine();
            assertThat(root.getUsageMessage()).contains("over 20% of");
            assertThat(root.getSubcommands().values())
                    .allSatisfy(command -> assertThat(command.getUsageMessage()).doesNotContain("%%"));
        } finally {
            System.setErr(before);
        }
        assertThat(complaints.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    /** A type that picocli does not know shows when a value is given, and not before. */
    @Test
    void eachOptionTakesAValueOfItsType() {
        CommandLine root = Emplace.commandLine();
        for (CommandLine command : root.getSubcommands().values()) {
            assertThat(command.getCommandSpec().options())
                    .filteredOn(option -> option.arity().max() > 0)
                    .allSatisfy(option -> assertThat(option.auxiliaryTypes())
                            .doesNotContain(OptionalInt.class, OptionalLong.class, OptionalDouble.class));
        }
        assertThat(root.parseArgs("bench", "pricing", "history", "--history", "10000000")
                        .subcommand()
                        .matchedOptionValue("--history", 0))
                .isEqualTo(10_000_000);
    }

    @Test
    void aMissingFileIsOneClearLine() {
        EmplaceRun run = run("place", folder.resolve("none.yaml").toString());

        assertThat(run.code()).isEqualTo(ExitCode.FAILED.number());
        assertThat(run.err()).startsWith("emplace: there is no file").hasLineCount(1);
    }

    @Test
    void anEmptyManifestIsRefusedBeforeAnythingIsSent() throws IOException {
        Path file = Files.createFile(folder.resolve("empty.yaml"));

        EmplaceRun run = run("place", file.toString());

        assertThat(run.code()).isEqualTo(ExitCode.FAILED.number());
        assertThat(run.err()).contains("0 bytes").hasLineCount(1);
    }

    @Test
    void anUnreachableSuiteSaysHowToStartOne() throws IOException {
        Path file = Files.writeString(folder.resolve("pod.yaml"), "kind: Pod\n");

        EmplaceRun run = run("classify", "--server", "localhost:" + closedPort(), file.toString());

        assertThat(run.code()).isEqualTo(ExitCode.UNREACHABLE.number());
        assertThat(run.err()).contains("./emplace up").hasLineCount(1);
    }

    @Test
    void aTableThatIsNoTraceIsRefusedWithItsColumns() throws IOException {
        Path file = Files.writeString(folder.resolve("table.csv"), "a,b\n1,2\n");

        EmplaceRun run = run("replay", file.toString());

        assertThat(run.code()).isEqualTo(ExitCode.FAILED.number());
        assertThat(run.err()).contains("[a, b]").contains("requests_per_second").hasLineCount(1);
    }

    @Test
    void aReplaysOptionOutsideItsRangeIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("table.csv"), "a,b\n1,2\n");

        EmplaceRun run = run("replay", "--owned", "101", file.toString());

        assertThat(run.code()).isEqualTo(ExitCode.FAILED.number());
        assertThat(run.err()).contains("--owned is 101.0; it must be from 0.0 to 100.0");
    }

    @Test
    void aMalformedServerIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("pod.yaml"), "kind: Pod\n");

        EmplaceRun run = run("place", "--server", "http://x", file.toString());

        assertThat(run.code()).isEqualTo(ExitCode.FAILED.number());
        assertThat(run.err()).contains("--server is 'http://x'").contains("localhost:9102");
    }

    @Test
    void aMalformedPlaceOfUsersIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("pod.yaml"), "kind: Pod\n");

        EmplaceRun run = run("place", "--users-at", "Munich", file.toString());

        assertThat(run.code()).isEqualTo(ExitCode.USAGE.number());
        assertThat(run.err()).contains("--users-at", "'Munich'").contains("48.14,11.58");
    }

    @Test
    void aTakenPortIsOneClearLine() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int offset = taken.getLocalPort() - 9101;
            EmplaceRun run = run("up", "--once", "--ephemeral", "--port-offset", Integer.toString(offset));

            assertThat(run.code()).isEqualTo(ExitCode.FAILED.number());
            assertThat(run.err())
                    .contains("port " + taken.getLocalPort() + " (pricing-service, gRPC) is taken")
                    .hasLineCount(1);
        }
    }

    @Test
    void aLeaseIsASpanOfTime() throws IOException {
        for (String command : List.of("confirm", "renew")) {
            EmplaceRun read =
                    run(command, "sites/a/reservations/r1-2", "--lease", "1d", "--server", "localhost:" + closedPort());
            assertThat(read.code()).as(read.err()).isEqualTo(ExitCode.UNREACHABLE.number());
            EmplaceRun refused = run(command, "sites/a/reservations/r1-2", "--lease", "soon");
            assertThat(refused.code()).isEqualTo(ExitCode.USAGE.number());
        }
    }

    @Test
    void anUnknownOptionIsAUsageError() {
        EmplaceRun run = run("place", "--colour");

        assertThat(run.code()).isEqualTo(ExitCode.USAGE.number());
    }

    private static EmplaceRun run(String... arguments) {
        return new EmplaceRun.Arguments(List.of(arguments)).run();
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
