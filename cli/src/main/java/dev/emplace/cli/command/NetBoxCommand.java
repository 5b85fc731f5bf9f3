package dev.emplace.cli.command;

import com.google.type.LatLng;
import com.google.type.Money;
import dev.emplace.api.power.v1.SiteKind;
import dev.emplace.cli.CliException;
import dev.emplace.cli.netbox.Assumptions;
import dev.emplace.cli.netbox.NetBoxInventory;
import dev.emplace.cli.netbox.NetBoxPages;
import dev.emplace.cli.netbox.NetBoxTopology;
import dev.emplace.cli.option.InputFile;
import dev.emplace.cli.output.Documents;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a topology of what NetBox knows of a site, to be reviewed and applied. */
@Command(
        name = "netbox",
        description = {
            "Make a topology of NetBox's power panels, feeds, racks and devices, to be reviewed and then applied.",
            "emplace netbox https://netbox.example.com --token-file token --country DE --energy-price 0.19 > site.yaml",
            "emplace apply sites/our-hall site.yaml --dry-run"
        },
        sortOptions = false,
        mixinStandardHelpOptions = true)
public final class NetBoxCommand implements Callable<Integer> {
    private static final Pattern MACHINE = Pattern.compile("(.+)=([A-Za-z0-9._-]+):(\\d{1,4})");
    private static final Pattern PLACE = Pattern.compile("(-?\\d{1,2}(?:\\.\\d+)?),(-?\\d{1,3}(?:\\.\\d+)?)");

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE|FOLDER|URL",
            description = "saved pages of NetBox's REST API (dcim/sites, power-panels, power-feeds, racks, devices,"
                    + " power-ports, power-outlets), or the address of a NetBox")
    private List<String> origins = List.of();

    @Option(names = "--netbox-site", paramLabel = "SLUG", description = "the site in NetBox, if it has several")
    private String site = "";

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description = "an API token that may view, for a NetBox by URL")
    private Optional<Path> token = Optional.empty();

    @Option(names = "--country", required = true, paramLabel = "CODE", description = "ISO 3166-1 alpha-2: US, DE")
    private String country = "";

    @Option(names = "--energy-price", required = true, paramLabel = "USD", description = "of one kilowatt-hour: 0.08")
    private BigDecimal price = BigDecimal.ZERO;

    @Option(names = "--location", paramLabel = "LAT,LON", description = "where NetBox has none: 50.11,8.68")
    private Optional<String> location = Optional.empty();

    @Option(
            names = "--machine",
            paramLabel = "MODEL=ID:N",
            description = "device types with accelerators: \"DGX H100=nvidia-h100-sxm-80gb:8\"; may be given again")
    private List<String> machines = List.of();

    @Option(
            names = "--power-factor",
            paramLabel = "N",
            description = "watts over volt-amperes; ${DEFAULT-VALUE} by default")
    private BigDecimal powerFactor = new BigDecimal("0.95");

    @Option(
            names = "--rack-air-watts",
            paramLabel = "WATTS",
            description =
                    "heat that air takes from one rack; ${DEFAULT-VALUE} by default, as perimeter air handlers do")
    private long rackAirWatts = 10_000;

    @Option(
            names = "--cooling-share",
            paramLabel = "N",
            description = "electrical draw of the cooling over its heat on a hot day; ${DEFAULT-VALUE} by default")
    private BigDecimal coolingShare = new BigDecimal("0.4");

    @Option(names = "--separate-utilities", description = "each panel has a utility feed that no other shares")
    private boolean separateUtilities;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli injects it before call()
    private CommandSpec spec;

    @Override
    public Integer call() {
        Assumptions assumptions = assumptions();
        NetBoxTopology.Drawn drawn = NetBoxTopology.draw(inventory(), assumptions);
        PrintWriter out = spec.commandLine().getOut();
        out.println("# Drawn from NetBox: read it, mend it, then apply it.");
        drawn.notes().forEach(note -> out.println("# " + note.replaceAll("\\p{Cntrl}", " ")));
        out.print(Documents.yaml(drawn.topology()));
        out.flush();
        return ExitCode.DONE.number();
    }

    private NetBoxInventory inventory() {
        String first = origins.get(0);
        if (!first.startsWith("https://") && !first.startsWith("http://")) {
            return NetBoxPages.read(origins.stream().map(Path::of).toList());
        }
        if (origins.size() > 1) {
            throw refused("give one URL, or files and folders");
        }
        String secret = token.map(file -> InputFile.text(file).strip()).orElse("");
        if (!secret.isEmpty() && first.startsWith("http://")) {
            throw refused("a token goes over https:// only");
        }
        try {
            return NetBoxPages.fetch(URI.create(first), site, secret);
        } catch (IllegalArgumentException e) {
            throw new CliException("'" + first + "' is no address of a NetBox: " + e.getMessage(), e);
        }
    }

    private Assumptions assumptions() {
        if (!country.matches("[A-Z]{2}")) {
            throw refused("--country is '" + country + "'; give two capital letters, such as DE");
        }
        within("--power-factor", powerFactor, "0.1", "1");
        within("--cooling-share", coolingShare, "0", "2");
        within("--energy-price", price, "0", "1000");
        within("--rack-air-watts", BigDecimal.valueOf(rackAirWatts), "1", "10000000");
        if (!site.matches("[\\w -]*")) {
            throw refused("--netbox-site is '" + site + "'; give its slug: letters, digits, dashes");
        }
        return new Assumptions(
                site,
                SiteKind.SITE_KIND_ON_PREMISES,
                country,
                location.map(this::place),
                money(),
                powerFactor,
                rackAirWatts,
                coolingShare,
                separateUtilities,
                accelerators());
    }

    private void within(String option, BigDecimal value, String least, String most) {
        if (value.compareTo(new BigDecimal(least)) < 0 || value.compareTo(new BigDecimal(most)) > 0) {
            throw refused(option + " is " + value.toPlainString() + "; give " + least + " to " + most);
        }
    }

    private LatLng place(String text) {
        Matcher place = PLACE.matcher(text);
        if (!place.matches()) {
            throw refused("--location is '" + text + "'; give LATITUDE,LONGITUDE, such as 50.11,8.68");
        }
        return LatLng.newBuilder()
                .setLatitude(Double.parseDouble(place.group(1)))
                .setLongitude(Double.parseDouble(place.group(2)))
                .build();
    }

    private Money money() {
        BigDecimal nanos = price.setScale(9, RoundingMode.HALF_UP);
        return Money.newBuilder()
                .setCurrencyCode("USD")
                .setUnits(nanos.longValue())
                .setNanos(nanos.remainder(BigDecimal.ONE).movePointRight(9).intValue())
                .build();
    }

    private Map<String, Assumptions.Accelerators> accelerators() {
        Map<String, Assumptions.Accelerators> all = new HashMap<>();
        for (String machine : machines) {
            Matcher parts = MACHINE.matcher(machine);
            if (!parts.matches() || Integer.parseInt(parts.group(3)) == 0) {
                throw refused("--machine is '" + machine
                        + "'; give MODEL=ACCELERATOR:COUNT, such as \"DGX H100=nvidia-h100-sxm-80gb:8\"");
            }
            all.put(parts.group(1), new Assumptions.Accelerators(parts.group(2), Integer.parseInt(parts.group(3))));
        }
        return all;
    }

    private ParameterException refused(String why) {
        return new ParameterException(spec.commandLine(), why);
    }
}
