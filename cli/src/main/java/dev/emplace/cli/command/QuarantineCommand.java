package dev.emplace.cli.command;

import dev.emplace.api.pricing.v1.ListQuarantinedRowsRequest;
import dev.emplace.api.pricing.v1.ListQuarantinedRowsResponse;
import dev.emplace.api.pricing.v1.QuarantineReason;
import dev.emplace.api.pricing.v1.QuarantineState;
import dev.emplace.cli.option.PricingOption;
import dev.emplace.cli.option.Words;
import dev.emplace.cli.output.QuarantineView;
import dev.emplace.cli.output.Tone;
import dev.emplace.cli.remote.Connection;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists rows in quarantine; its subcommands decide about one. */
@Command(
        name = "quarantine",
        description = "List the rows that imports did not publish, with the reason of each.",
        sortOptions = false,
        subcommands = {QuarantineDecision.Release.class, QuarantineDecision.Reject.class},
        mixinStandardHelpOptions = true)
public final class QuarantineCommand implements Callable<Integer> {

    @Option(names = "--source", paramLabel = "SOURCE", defaultValue = "", description = "only those of one source")
    private String source = "";

    @Option(
            names = "--reason",
            converter = Words.QuarantineReasons.class,
            completionCandidates = Words.QuarantineReasons.class,
            paramLabel = "WORD",
            description = "only those held back for it: ${COMPLETION-CANDIDATES}")
    private Optional<QuarantineReason> reason = Optional.empty();

    @Option(
            names = "--state",
            converter = Words.QuarantineStates.class,
            completionCandidates = Words.QuarantineStates.class,
            defaultValue = "pending",
            paramLabel = "WORD",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})")
    private QuarantineState state = QuarantineState.QUARANTINE_STATE_PENDING;

    @Option(
            names = {"-n", "--limit"},
            paramLabel = "N",
            defaultValue = "100",
            description = "the most to answer, 1 to 1000 (default: ${DEFAULT-VALUE})")
    private int limit;

    @Mixin
    private Screen screen = new Screen();

    @Mixin
    private PricingOption server = new PricingOption();

    @Override
    public Integer call() {
        try (Connection connection = server.connect()) {
            ListQuarantinedRowsResponse response = connection
                    .quarantine()
                    .listQuarantinedRows(ListQuarantinedRowsRequest.newBuilder()
                            .setSource(source)
                            .setReason(reason.orElse(QuarantineReason.QUARANTINE_REASON_UNSPECIFIED))
                            .setState(state)
                            .setPageSize(limit)
                            .build());
            screen.show(response, sheet -> {
                if (response.getQuarantinedRowsCount() == 0) {
                    sheet.line("There is none.");
                    return;
                }
                sheet.table(QuarantineView.table(response.getQuarantinedRowsList()));
                if (!response.getNextPageToken().isEmpty()) {
                    sheet.line(Tone.FAINT, "there are more: -n N shows N of them, --source and --reason narrow them");
                }
                sheet.line(Tone.FAINT, "emplace quarantine release ROW publishes one, reject ROW keeps it out");
            });
        }
        return ExitCode.DONE.number();
    }
}
