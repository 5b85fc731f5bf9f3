package dev.emplace.cli.option;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import picocli.CommandLine.Option;

/** What makes a call that changes something safe to repeat. */
public final class RequestIdOption {

    @Option(
            names = "--request-id",
            paramLabel = "UUID",
            description = "the same id again answers what the first call did, for a day (default: a new one)")
    private String id = UUID.randomUUID().toString();

    public String id() {
        return id;
    }

    /** The id of a second call that belongs to the same command: the same whenever the first is. */
    public String following() {
        return UUID.nameUUIDFromBytes((id + " following").getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
