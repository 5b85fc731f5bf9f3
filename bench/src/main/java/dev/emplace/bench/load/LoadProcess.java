package dev.emplace.bench.load;

import dev.emplace.bench.stack.Core;
import java.io.BufferedReader;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A client in a process and on a core of its own, which keeps a server busy. */
public final class LoadProcess implements AutoCloseable {

    private final Path requests;
    private final Process process;
    private final PrintWriter orders;
    private final BufferedReader answers;

    private LoadProcess(Path requests, Process process) {
        this.requests = requests;
        this.process = process;
        this.orders = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
        this.answers = process.inputReader(StandardCharsets.UTF_8);
    }

    /**
     * Starts one.
     *
     * @param requests that it sends in turn
     */
    public static LoadProcess start(Core core, List<byte[]> requests) {
        return start(core.prefix(), requests);
    }

    /** On whatever core is free. */
    public static LoadProcess start(List<byte[]> requests) {
        return start(List.of(), requests);
    }

    private static LoadProcess start(List<String> prefix, List<byte[]> requests) {
        try {
            Path file = Files.createTempFile("emplace-bench-requests-", ".bin");
            try (var out = new DataOutputStream(Files.newOutputStream(file))) {
                for (byte[] request : requests) {
                    out.writeInt(request.length);
                    out.write(request);
                }
            }
            List<String> command = new ArrayList<>(prefix);
            command.addAll(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx512m",
                    "-cp",
                    System.getProperty("java.class.path"),
                    LoadMain.class.getName(),
                    file.toString()));
            return new LoadProcess(
                    file,
                    new ProcessBuilder(command).redirectError(Redirect.INHERIT).start());
        } catch (IOException failed) {
            throw new UncheckedIOException("the client could not be started", failed);
        }
    }

    /**
     * Calls a method of a server for about so long.
     *
     * @param lines calls that are open at the same time
     */
    public Load call(String address, String method, int lines, Duration duration) {
        orders.println(address + " " + method + " " + lines + " " + duration.toMillis());
        try {
            String answer = answers.readLine();
            if (answer == null) {
                throw new IllegalStateException("the client ended while it called " + method);
            }
            String[] figures = answer.split(" ", -1);
            return new Load(
                    Long.parseLong(figures[0]),
                    Long.parseLong(figures[1]),
                    Long.parseLong(figures[2]),
                    Long.parseLong(figures[3]));
        } catch (IOException broken) {
            throw new UncheckedIOException("the client is gone", broken);
        }
    }

    /** What came of it: calls that were answered in a time, and how long each took. */
    public record Load(long calls, long nanos, long medianNanos, long p99Nanos) {
        public double perSecond() {
            return calls * 1e9 / nanos;
        }
    }

    @Override
    public void close() {
        orders.close();
        process.destroy();
        try {
            Files.deleteIfExists(requests);
        } catch (IOException kept) {
            throw new UncheckedIOException(requests + " could not be removed", kept);
        }
    }
}
