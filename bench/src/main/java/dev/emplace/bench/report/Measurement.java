package dev.emplace.bench.report;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/**
 * Something that can be measured by itself.
 *
 * @param name by which it is chosen at the command line
 * @param usual about how long it takes
 * @param work measures, and says what came of it
 */
public record Measurement(String name, Duration usual, Supplier<List<Row>> work) {}
