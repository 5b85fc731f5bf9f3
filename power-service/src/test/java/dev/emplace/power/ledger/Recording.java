package dev.emplace.power.ledger;

import dev.emplace.power.domain.reservation.Change;
import dev.emplace.power.domain.reservation.Transition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

/** Calls as they are made, by many clients; and files that keep what a run was. */
public final class Recording {
    private final ConcurrentLinkedQueue<RecordedCall> calls = new ConcurrentLinkedQueue<>();

    public void add(RecordedCall call) {
        calls.add(call);
    }

    public List<RecordedCall> calls() {
        return new ArrayList<>(calls);
    }

    public static void write(Path file, String heading, Stream<String> lines) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(file, Stream.concat(Stream.of(heading), lines).toList());
        } catch (IOException failed) {
            throw new UncheckedIOException("the history of a run cannot be kept", failed);
        }
    }

    /** The columns of {@link #line}. */
    public static final String HEADING = "revision\tepoch\tat\trequest_id\treservation\tstate\theld_watts";

    /** An entry of the journal. */
    public static String line(Transition entry) {
        String change = entry.change() instanceof Change.OfReservation of
                ? of.reservation().id() + "\t" + of.reservation().state() + "\t"
                        + of.reservation().heldWatts()
                : "\t\t";
        return entry.token().revision() + "\t" + entry.token().epoch() + "\t" + entry.at() + "\t"
                + entry.request().map(request -> request.id().toString()).orElse("") + "\t" + change;
    }
}
