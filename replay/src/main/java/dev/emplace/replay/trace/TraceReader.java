package dev.emplace.replay.trace;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.file.Path;
import java.util.List;

/** Tells by its headings what a trace is. */
public final class TraceReader {

    /** The formats that are understood. */
    public enum Format {
        OPENB,
        SERVEGEN
    }

    private final Path file;
    private final List<NamedCsvRecord> rows;

    private TraceReader(Path file, List<NamedCsvRecord> rows) {
        this.file = file;
        this.rows = rows;
    }

    /** Reads a trace; TraceException if it is none. */
    public static TraceReader of(Path file) {
        TraceReader reader = new TraceReader(file, TraceFile.rows(file));
        reader.format();
        return reader;
    }

    public Format format() {
        if (OpenbTrace.isOne(rows.get(0))) {
            return Format.OPENB;
        }
        if (ServeGenTrace.isOne(rows.get(0))) {
            return Format.SERVEGEN;
        }
        throw new TraceException(file + " has the columns " + rows.get(0).getHeader()
                + "; openb has gpu_spec, qos and scheduled_time, ServeGen has t_seconds and requests_per_second");
    }

    public RawTrace pods(AcceleratorKinds kinds) {
        return new OpenbTrace(kinds).read(file, rows);
    }

    public RawTrace replicas(Serving serving) {
        return new ServeGenTrace(serving).read(file, rows);
    }
}
