package dev.emplace.cli.suite;

import dev.emplace.cli.suite.TraceReceiver.ReceivedSpan;
import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A trace as text: a line for each span below the one that asked for it, with when it began and how long it took. */
final class TraceTree {

    private static final double NANOS_PER_MILLISECOND = 1e6;

    private final List<ReceivedSpan> spans;
    private final long began;

    TraceTree(List<ReceivedSpan> spans) {
        this.spans = spans.stream()
                .sorted(Comparator.comparingLong(ReceivedSpan::began))
                .toList();
        this.began = this.spans.isEmpty() ? 0 : this.spans.get(0).began();
    }

    @Override
    public String toString() {
        return Stream.concat(
                        Stream.of("  begins      takes"),
                        spans.stream().filter(this::isRoot).flatMap(root -> lines(root, "")))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    /** The caller's own span is not among those received. */
    private boolean isRoot(ReceivedSpan span) {
        return spans.stream().noneMatch(other -> other.id().equals(span.parent()));
    }

    private Stream<String> lines(ReceivedSpan span, String indent) {
        return Stream.concat(
                Stream.of(line(span, indent)),
                spans.stream()
                        .filter(child -> child.parent().equals(span.id()))
                        .flatMap(child -> lines(child, indent + "  ")));
    }

    private String line(ReceivedSpan span, String indent) {
        return String.format(
                Locale.ROOT,
                "%8.2f %10.2f ms  %s%s %s%s",
                (span.began() - began) / NANOS_PER_MILLISECOND,
                (span.ended() - span.began()) / NANOS_PER_MILLISECOND,
                indent,
                span.service(),
                span.kind() == SpanKind.SPAN_KIND_CLIENT ? "-> " : "",
                span.name());
    }
}
