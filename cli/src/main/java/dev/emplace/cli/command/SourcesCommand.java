package dev.emplace.cli.command;

import dev.emplace.api.pricing.v1.ListSourcesRequest;
import dev.emplace.api.pricing.v1.ListSourcesResponse;
import dev.emplace.cli.option.PricingOption;
import dev.emplace.cli.output.SourceView;
import dev.emplace.cli.remote.Connection;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists the sources of prices. */
@Command(
        name = "sources",
        description = "List where prices come from, how fresh that is, and what of it waits in quarantine.",
        sortOptions = false,
        mixinStandardHelpOptions = true)
public final class SourcesCommand implements Callable<Integer> {

    private static final int MOST = 1000;

    @Mixin
    private Screen screen = new Screen();

    @Mixin
    private PricingOption server = new PricingOption();

    @Override
    public Integer call() {
        try (Connection connection = server.connect()) {
            ListSourcesResponse response = connection
                    .sources()
                    .listSources(
                            ListSourcesRequest.newBuilder().setPageSize(MOST).build());
            screen.show(response, sheet -> sheet.table(SourceView.table(response.getSourcesList())));
        }
        return ExitCode.DONE.number();
    }
}
