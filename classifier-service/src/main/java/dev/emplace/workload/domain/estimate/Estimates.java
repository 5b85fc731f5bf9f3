package dev.emplace.workload.domain.estimate;

import dev.emplace.platform.errors.FieldViolation;
import dev.emplace.platform.errors.InvalidFieldException;
import dev.emplace.workload.domain.estimate.Estimate.PerAccelerator;
import dev.emplace.workload.domain.footprint.AcceleratorFacts;
import dev.emplace.workload.domain.footprint.ModelShape;
import dev.emplace.workload.domain.footprint.ModelTable;
import dev.emplace.workload.domain.policy.Policy;
import dev.emplace.workload.domain.reading.Reading;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says what a workload needs of kinds of accelerator. */
public final class Estimates {
    private final Policy policy;

    public Estimates(Policy policy) {
        this.policy = policy;
    }

    /**
     * What it needs of each kind that is asked about.
     *
     * @param catalog every kind that has a name
     * @throws InvalidFieldException where the model's size, a kind or an input is unknown, or an input out of bounds
     */
    public Estimate estimate(Reading reading, List<AcceleratorFacts> catalog, EstimateRequest request) {
        Policy own = policy.with(checked(request.inputs()));
        ModelShape model = ModelShape.of(reading.workload().model(), new ModelTable(own.models()))
                .orElseThrow(() -> unknownModel(reading));
        Sized sized = Sized.of(own, reading, model, request);
        List<PerAccelerator> accelerators = choices(request, catalog).stream()
                .map(choice -> sized.on(choice.over(kind(choice.name(), catalog)), choice.count()))
                .toList();
        return new Estimate(sized.mode(), accelerators, sized.assumptions());
    }

    private static List<Choice> choices(EstimateRequest request, List<AcceleratorFacts> catalog) {
        return request.choices().isEmpty() ? catalog.stream().map(Choice::of).toList() : request.choices();
    }

    private static AcceleratorFacts kind(String name, List<AcceleratorFacts> catalog) {
        Optional<AcceleratorFacts> exact =
                catalog.stream().filter(kind -> kind.name().equals(name)).findFirst();
        return exact.or(() ->
                        catalog.stream().filter(kind -> kind.isCalled(name)).findFirst())
                .orElseThrow(() -> new InvalidFieldException(
                        "accelerators",
                        "\"" + name + "\" is no accelerator of the catalog; CatalogService/ListAccelerators lists them"
                                + " with their aliases"));
    }

    private static InvalidFieldException unknownModel(Reading reading) {
        String name = reading.workload().model().name();
        return new InvalidFieldException(
                "workload.model.parameter_count",
                (name.isEmpty() ? "no model is named" : "the size of \"" + name + "\" is unknown")
                        + "; set model.parameter_count, in overrides beside a manifest");
    }

    private static Map<String, Double> checked(Map<String, Double> inputs) {
        List<FieldViolation> violations = inputs.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(input -> violation(input.getKey(), input.getValue()).stream())
                .toList();
        if (!violations.isEmpty()) {
            throw new InvalidFieldException(violations);
        }
        return inputs;
    }

    private static Optional<FieldViolation> violation(String name, double value) {
        Optional<FormulaInput> input = FormulaInput.named(name);
        if (input.isEmpty()) {
            return Optional.of(new FieldViolation(
                    "inputs[" + name + "]", "is no input of a formula; these are: " + FormulaInput.names()));
        }
        return input.filter(known -> !known.takes(value))
                .map(known ->
                        new FieldViolation("inputs[" + name + "]", "must lie " + known.bounds() + ", not " + value));
    }
}
