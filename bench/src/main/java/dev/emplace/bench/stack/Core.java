package dev.emplace.bench.stack;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.List;

/** A core that a process keeps to, so that what is measured and what measures do not take each other's time. */
public record Core(int number) {

    /** What to put before a command. */
    public List<String> prefix() {
        return List.of("taskset", "-c", String.valueOf(number));
    }

    /** Whether this machine has so many cores, and a tool that keeps processes to them. */
    public static boolean canKeepTo(int cores) {
        if (Runtime.getRuntime().availableProcessors() < cores) {
            return false;
        }
        try {
            return new ProcessBuilder(
                                    "taskset",
                                    "-p",
                                    String.valueOf(ProcessHandle.current().pid()))
                            .redirectErrorStream(true)
                            .redirectOutput(Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException missing) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while looking for taskset", interrupted);
        }
    }
}
