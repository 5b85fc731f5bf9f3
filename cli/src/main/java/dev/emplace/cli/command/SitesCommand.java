package dev.emplace.cli.command;

import dev.emplace.api.power.v1.ListSitesResponse;
import dev.emplace.cli.option.PowerOption;
import dev.emplace.cli.option.SiteName;
import dev.emplace.cli.output.SiteReport;
import dev.emplace.cli.output.SiteView;
import dev.emplace.cli.remote.Connection;
import dev.emplace.cli.remote.SiteSurvey;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Lists our own sites, or says all of one. */
@Command(
        name = "sites",
        description = "List the sites whose power is ours, with what is held and what is free; or say all of one.",
        sortOptions = false,
        mixinStandardHelpOptions = true)
public final class SitesCommand implements Callable<Integer> {

    @Parameters(arity = "0..1", paramLabel = "SITE", converter = SiteName.class, description = "says all of this one")
    private String site = "";

    @Mixin
    private Screen screen = new Screen();

    @Mixin
    private PowerOption server = new PowerOption();

    @Override
    public Integer call() {
        try (Connection connection = server.connect()) {
            SiteSurvey survey = new SiteSurvey(connection);
            if (site.isEmpty()) {
                list(survey.all());
            } else {
                SiteReport report = survey.of(site);
                screen.show(report.site(), sheet -> SiteView.show(report, sheet));
            }
        }
        return ExitCode.DONE.number();
    }

    private void list(List<SiteReport> reports) {
        ListSitesResponse sites = ListSitesResponse.newBuilder()
                .addAllSites(reports.stream().map(SiteReport::site).toList())
                .build();
        screen.show(sites, sheet -> {
            sheet.table(SiteView.table(reports));
            if (reports.isEmpty()) {
                sheet.line("There is none; emplace apply makes one of a topology, and emplace netbox a topology of"
                        + " NetBox.");
            }
        });
    }
}
