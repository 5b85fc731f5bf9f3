package dev.emplace.cli.command;

import dev.emplace.api.pricing.v1.QuarantineServiceGrpc.QuarantineServiceBlockingStub;
import dev.emplace.api.pricing.v1.QuarantinedRow;
import dev.emplace.api.pricing.v1.RejectQuarantinedRowRequest;
import dev.emplace.api.pricing.v1.ReleaseQuarantinedRowRequest;
import dev.emplace.cli.option.PricingOption;
import dev.emplace.cli.output.QuarantineView;
import dev.emplace.cli.remote.Connection;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Decides about a row in quarantine. */
abstract class QuarantineDecision implements Callable<Integer> {

    private static final String COLLECTION = "quarantined-rows/";

    @Parameters(paramLabel = "ROW", description = "the row's name, which emplace quarantine lists")
    private String row = "";

    @Option(names = "--comment", paramLabel = "TEXT", defaultValue = "", description = "why, for those who look later")
    private String comment = "";

    @Mixin
    private Screen screen = new Screen();

    @Mixin
    private PricingOption server = new PricingOption();

    abstract QuarantinedRow decide(QuarantineServiceBlockingStub quarantine, String name, String why);

    @Override
    public Integer call() {
        try (Connection connection = server.connect()) {
            String name = row.startsWith(COLLECTION) ? row : COLLECTION + row;
            QuarantinedRow decided = decide(connection.quarantine(), name, comment);
            screen.show(decided, sheet -> QuarantineView.show(decided, sheet));
        }
        return ExitCode.DONE.number();
    }

    /** Lets it be published. */
    @Command(
            name = "release",
            description = "Let a row be published, by the next import of its source that has it.",
            sortOptions = false,
            mixinStandardHelpOptions = true)
    static final class Release extends QuarantineDecision {
        @Override
        QuarantinedRow decide(QuarantineServiceBlockingStub quarantine, String name, String why) {
            return quarantine
                    .releaseQuarantinedRow(ReleaseQuarantinedRowRequest.newBuilder()
                            .setName(name)
                            .setComment(why)
                            .build())
                    .getQuarantinedRow();
        }
    }

    /** Keeps it out. */
    @Command(
            name = "reject",
            description = "Keep a row out for good. What its source said before goes on.",
            sortOptions = false,
            mixinStandardHelpOptions = true)
    static final class Reject extends QuarantineDecision {
        @Override
        QuarantinedRow decide(QuarantineServiceBlockingStub quarantine, String name, String why) {
            return quarantine
                    .rejectQuarantinedRow(RejectQuarantinedRowRequest.newBuilder()
                            .setName(name)
                            .setComment(why)
                            .build())
                    .getQuarantinedRow();
        }
    }
}
