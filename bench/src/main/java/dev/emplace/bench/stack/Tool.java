package dev.emplace.bench.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** A program of PostgreSQL's that a baseline is measured with, where it is installed. */
public record Tool(String name) {

    public boolean isInstalled() {
        try {
            return new ProcessBuilder(name, "--version")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException missing) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while looking for " + name, interrupted);
        }
    }

    /**
     * What it prints.
     *
     * @throws IllegalStateException where it fails, with what it printed
     */
    public String run(Map<String, String> environment, List<String> arguments) {
        ProcessBuilder command = new ProcessBuilder(name).redirectErrorStream(true);
        command.command().addAll(arguments);
        command.environment().putAll(environment);
        try {
            Process process = command.start();
            String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int status = process.waitFor();
            if (status != 0) {
                throw new IllegalStateException(name + " ended with " + status + ": " + printed);
            }
            return printed;
        } catch (IOException failed) {
            throw new UncheckedIOException(name + " could not be started", failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while " + name + " ran", interrupted);
        }
    }
}
