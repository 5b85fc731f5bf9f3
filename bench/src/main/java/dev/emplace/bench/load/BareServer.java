package dev.emplace.bench.load;

import dev.emplace.bench.stack.Core;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@link BareEcho} as a process of its own. */
public record BareServer(Process process, String address) implements AutoCloseable {

    /**
     * Starts one, and returns when it listens.
     *
     * @param answer file that holds the answer to every search
     */
    public static BareServer start(Core core, List<String> options, Path answer) {
        List<String> command = new ArrayList<>(core.prefix());
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(
                List.of("-cp", System.getProperty("java.class.path"), BareEcho.class.getName(), answer.toString()));
        try {
            Process process =
                    new ProcessBuilder(command).redirectError(Redirect.INHERIT).start();
            String port = process.inputReader(StandardCharsets.UTF_8).readLine();
            return new BareServer(process, "127.0.0.1:" + port);
        } catch (IOException failed) {
            throw new UncheckedIOException("the bare server could not be started", failed);
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
