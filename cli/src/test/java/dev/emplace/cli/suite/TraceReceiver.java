package dev.emplace.cli.suite;

import io.grpc.Server;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import io.opentelemetry.proto.collector.trace.v1.TraceServiceGrpc;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HexFormat;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Receives traces by OTLP, as a collector does. */
final class TraceReceiver extends TraceServiceGrpc.TraceServiceImplBase implements AutoCloseable {

    private final Queue<ReceivedSpan> spans = new ConcurrentLinkedQueue<>();
    private final Server server;

    TraceReceiver() throws IOException {
        this.server = NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .addService(this)
                .build()
                .start();
    }

    /** A span and the service that it comes from; ids in lower-case hexadecimal, times in nanoseconds since 1970. */
    record ReceivedSpan(
            String service,
            String name,
            Span.SpanKind kind,
            String trace,
            String id,
            String parent,
            long began,
            long ended) {

        boolean is(String ofService, Span.SpanKind ofKind, String ofName) {
            return service.equals(ofService) && kind == ofKind && name.equals(ofName);
        }
    }

    String endpoint() {
        return "http://localhost:" + server.getPort();
    }

    List<ReceivedSpan> of(String trace) {
        return spans.stream().filter(span -> span.trace().equals(trace)).toList();
    }

    List<ReceivedSpan> all() {
        return List.copyOf(spans);
    }

    @Override
    public void export(ExportTraceServiceRequest request, StreamObserver<ExportTraceServiceResponse> out) {
        request.getResourceSpansList().forEach(this::keep);
        out.onNext(ExportTraceServiceResponse.getDefaultInstance());
        out.onCompleted();
    }

    private void keep(ResourceSpans received) {
        String service = received.getResource().getAttributesList().stream()
                .filter(attribute -> attribute.getKey().equals("service.name"))
                .map(attribute -> attribute.getValue().getStringValue())
                .findFirst()
                .orElse("");
        received.getScopeSpansList().stream()
                .flatMap(scope -> scope.getSpansList().stream())
                .map(span -> new ReceivedSpan(
                        service,
                        span.getName(),
                        span.getKind(),
                        hex(span.getTraceId()),
                        hex(span.getSpanId()),
                        hex(span.getParentSpanId()),
                        span.getStartTimeUnixNano(),
                        span.getEndTimeUnixNano()))
                .forEach(spans::add);
    }

    private static String hex(com.google.protobuf.ByteString bytes) {
        return HexFormat.of().formatHex(bytes.toByteArray());
    }

    @Override
    public void close() {
        server.shutdownNow();
    }
}
