package dev.emplace.bench.load;

import io.grpc.ManagedChannel;
import io.grpc.netty.NettyChannelBuilder;
import java.io.BufferedReader;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Reads a file of requests, each behind its length; then, for each line {@code ADDRESS METHOD LINES MILLISECONDS} of its
 * input, calls for so long and prints {@code CALLS NANOSECONDS MEDIAN P99}, the last two in nanoseconds as well.
 */
final class LoadMain {

    private final List<byte[]> requests;
    private final Map<String, ManagedChannel> channels = new HashMap<>();
    private final AtomicInteger next = new AtomicInteger();

    private LoadMain(List<byte[]> requests) {
        this.requests = requests;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        LoadMain load = new LoadMain(requests(Path.of(args[0])));
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        var out = new PrintWriter(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            out.println(load.answer(line.split(" ", -1)));
        }
        load.channels.values().forEach(ManagedChannel::shutdownNow);
    }

    private String answer(String[] order) throws InterruptedException {
        var method = RawCalls.unary(order[1]);
        long start = System.nanoTime();
        Latencies latencies = new Volley(
                        channel(order[0]),
                        method,
                        requests,
                        next,
                        Integer.parseInt(order[2]),
                        TimeUnit.MILLISECONDS.toNanos(Long.parseLong(order[3])))
                .fire();
        long taken = System.nanoTime() - start;
        return latencies.count() + " " + taken + " " + latencies.at(50) + " " + latencies.at(99);
    }

    private ManagedChannel channel(String address) {
        return channels.computeIfAbsent(
                address,
                fresh -> NettyChannelBuilder.forTarget(fresh)
                        .usePlaintext()
                        .directExecutor()
                        .build());
    }

    private static List<byte[]> requests(Path file) throws IOException {
        List<byte[]> requests = new ArrayList<>();
        try (var in = new DataInputStream(Files.newInputStream(file))) {
            while (true) {
                requests.add(in.readNBytes(in.readInt()));
            }
        } catch (EOFException end) {
            return requests;
        }
    }
}
