package dev.emplace.workload.domain.workload;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Builds workloads for tests; what is not set is unknown. */
public final class Facts {
    private Activity activity = Activity.UNKNOWN;
    private Optional<Boolean> recurring = Optional.empty();
    private Optional<Boolean> pretrained = Optional.empty();
    private Optional<Boolean> restartable = Optional.empty();
    private ModelFacts model = ModelFacts.UNKNOWN;
    private String kind = "";
    private String vendor = "";
    private Optional<Integer> perReplica = Optional.empty();
    private Optional<Integer> nodes = Optional.empty();
    private Optional<Integer> replicas = Optional.empty();
    private Optional<Duration> objective = Optional.empty();
    private Optional<Duration> compute = Optional.empty();
    private Optional<Double> utilization = Optional.empty();
    private Optional<Duration> duration = Optional.empty();
    private Optional<Boolean> onDevice = Optional.empty();
    private Optional<Boolean> offline = Optional.empty();
    private Optional<Boolean> stays = Optional.empty();
    private Optional<Boolean> updates = Optional.empty();
    private List<String> jurisdictions = List.of();
    private Optional<Coordinates> users = Optional.empty();
    private Optional<Long> inputBytes = Optional.empty();
    private Optional<BigDecimal> capital = Optional.empty();
    private Optional<Integer> prompt = Optional.empty();
    private Optional<Integer> requests = Optional.empty();
    private Optional<Double> monthlyHours = Optional.empty();
    private Optional<Long> egressBytes = Optional.empty();
    private Optional<BigDecimal> transport = Optional.empty();

    private Facts() {}

    public static Facts of(Activity activity) {
        Facts facts = new Facts();
        facts.activity = activity;
        return facts;
    }

    public Facts model(String name) {
        model = ModelFacts.named(name);
        return this;
    }

    public Facts parameters(double billions) {
        model = new ModelFacts(
                "",
                Optional.of(Math.round(billions * 1e9)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                ModelStructure.UNKNOWN);
        return this;
    }

    public Facts bits(int bits) {
        model = model.withWeightBits(bits);
        return this;
    }

    public Facts asks(int each, String name) {
        perReplica = Optional.of(each);
        kind = name;
        return this;
    }

    public Facts builtFor(String maker) {
        vendor = maker;
        return this;
    }

    public Facts nodes(int count) {
        nodes = Optional.of(count);
        return this;
    }

    public Facts replicas(int count) {
        replicas = Optional.of(count);
        return this;
    }

    public Facts recurring() {
        recurring = Optional.of(true);
        return this;
    }

    public Facts pretrained() {
        pretrained = Optional.of(true);
        return this;
    }

    public Facts restartable(boolean may) {
        restartable = Optional.of(may);
        return this;
    }

    public Facts within(double millis) {
        objective = Optional.of(Duration.ofNanos(Math.round(millis * 1e6)));
        return this;
    }

    public Facts computes(double millis) {
        compute = Optional.of(Duration.ofNanos(Math.round(millis * 1e6)));
        return this;
    }

    public Facts busy(double percent) {
        utilization = Optional.of(percent);
        return this;
    }

    public Facts forHours(long hours) {
        duration = Optional.of(Duration.ofHours(hours));
        return this;
    }

    public Facts onDevice() {
        onDevice = Optional.of(true);
        return this;
    }

    public Facts offline(boolean must) {
        offline = Optional.of(must);
        return this;
    }

    public Facts dataStays(boolean must) {
        stays = Optional.of(must);
        return this;
    }

    public Facts updatesFast(boolean must) {
        updates = Optional.of(must);
        return this;
    }

    public Facts in(String... codes) {
        jurisdictions = List.of(codes);
        return this;
    }

    public Facts usersAt(double latitude, double longitude) {
        users = Optional.of(new Coordinates(latitude, longitude));
        return this;
    }

    public Facts brings(long bytesPerHour) {
        inputBytes = Optional.of(bytesPerHour);
        return this;
    }

    public Facts deviceFor(String usd) {
        capital = Optional.of(new BigDecimal(usd));
        return this;
    }

    public Facts prompts(int tokens) {
        prompt = Optional.of(tokens);
        return this;
    }

    public Facts requests(int atOnce) {
        requests = Optional.of(atOnce);
        return this;
    }

    public Facts hoursOfAMonth(double hours) {
        monthlyHours = Optional.of(hours);
        return this;
    }

    public Facts sends(long bytesPerMonth) {
        egressBytes = Optional.of(bytesPerMonth);
        return this;
    }

    public Facts uplinkAt(String usdPerGigabyte) {
        transport = Optional.of(new BigDecimal(usdPerGigabyte));
        return this;
    }

    public Workload known() {
        return new Workload(
                "",
                activity,
                recurring,
                pretrained,
                restartable,
                model,
                new AskedAccelerators(kind, vendor, perReplica, nodes),
                new ServiceNeeds(
                        replicas,
                        objective,
                        compute,
                        requests,
                        Optional.empty(),
                        utilization,
                        duration,
                        prompt,
                        monthlyHours),
                new Surroundings(
                        onDevice,
                        offline,
                        stays,
                        updates,
                        jurisdictions,
                        users,
                        inputBytes,
                        egressBytes,
                        capital,
                        transport));
    }
}
