package dev.emplace.cli.command;

import dev.emplace.api.power.v1.GetQuotasRequest;
import dev.emplace.api.power.v1.GetQuotasResponse;
import dev.emplace.api.power.v1.SetQuotasRequest;
import dev.emplace.cli.option.InputFile;
import dev.emplace.cli.option.PowerOption;
import dev.emplace.cli.option.RequestIdOption;
import dev.emplace.cli.option.SiteName;
import dev.emplace.cli.output.Documents;
import dev.emplace.cli.output.QuotaView;
import dev.emplace.cli.output.Tone;
import dev.emplace.cli.remote.Connection;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows the quotas of a site's tenants, or sets them. */
@Command(
        name = "quotas",
        description = "Show what tenants may hold at a site, and what they hold; or set it.",
        sortOptions = false,
        mixinStandardHelpOptions = true)
public final class QuotasCommand implements Callable<Integer> {

    @Parameters(paramLabel = "SITE", converter = SiteName.class, description = "the site: emplace sites lists them")
    private String site = "";

    @Option(
            names = "--set",
            paramLabel = "FILE",
            description = "have the quotas of this YAML file, and no others: quotas: [{tenant: vision, watts: 500000}]")
    private @Nullable Path file;

    @Option(names = "--etag", paramLabel = "ETAG", description = "set them only if they are as they were shown with it")
    private String etag = "";

    @Mixin
    private RequestIdOption request = new RequestIdOption();

    @Mixin
    private Screen screen = new Screen();

    @Mixin
    private PowerOption server = new PowerOption();

    @Override
    public Integer call() {
        try (Connection connection = server.connect()) {
            long revision = file == null ? 0 : set(connection, file);
            GetQuotasResponse response = connection
                    .quotas()
                    .getQuotas(GetQuotasRequest.newBuilder()
                            .setSite(site)
                            .setMinRevision(revision)
                            .build());
            screen.show(response, sheet -> {
                sheet.table(QuotaView.table(response.getUsagesList()));
                if (response.getUsagesCount() == 0) {
                    sheet.line("There is none: every tenant may hold what fits. --set FILE sets some.");
                }
                sheet.line(Tone.FAINT, "etag " + response.getEtag() + ", revision " + response.getRevision());
            });
        }
        return ExitCode.DONE.number();
    }

    private long set(Connection connection, Path from) {
        SetQuotasRequest.Builder quotas = SetQuotasRequest.newBuilder();
        Documents.readYaml(InputFile.text(from), from.toString(), quotas);
        return connection
                .quotas()
                .setQuotas(quotas.setSite(site)
                        .setEtag(etag)
                        .setRequestId(request.id())
                        .build())
                .getRevision();
    }
}
