package dev.emplace.replay.portfolio;

import dev.emplace.replay.domain.LoadDuration.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/**
 * Sizes the base as a mixed-integer program: whole machines for each group and option, hourly accelerators for each
 * step of a group's load-duration curve. Capacity covers each step; options, quotas and the budget are limits.
 */
public final class PortfolioSolver {

    private static final double STEPS_AT_MOST = 60;

    private final PortfolioProblem problem;
    private final ExpressionsBasedModel model = new ExpressionsBasedModel();
    private final Map<String, List<Variable>> machines = new LinkedHashMap<>();
    private final Map<String, List<Variable>> quotas = new HashMap<>();
    private final Map<String, Double> quotaLimits = new HashMap<>();
    private final Map<Variable, Double> costs = new HashMap<>();

    private PortfolioSolver(PortfolioProblem problem) {
        this.problem = problem;
    }

    public static Portfolio solve(PortfolioProblem problem) {
        return new PortfolioSolver(problem).solved();
    }

    private Portfolio solved() {
        problem.groups().forEach(this::add);
        problem.standing()
                .forEach(option ->
                        limit(option.name(), machines.getOrDefault(option.name(), List.of()), option.machineLimit()));
        quotas.forEach((provider, parts) -> limit("quota " + provider, parts, quotaLimits.getOrDefault(provider, 0.0)));
        budget();
        Optimisation.Result result = model.minimise();
        return new Portfolio(chosen(), result.getValue(), result.getState().isFeasible());
    }

    private void add(LoadGroup group) {
        Map<StandingOption, Variable> base = new LinkedHashMap<>();
        for (StandingOption option : problem.standing()) {
            if (group.standing().contains(option.name())) {
                Variable count = variable(group.name() + " " + option.name(), option.machineUsd())
                        .upper(option.machineLimit())
                        .integer(true);
                base.put(option, count);
                machines.computeIfAbsent(option.name(), name -> new ArrayList<>())
                        .add(count);
            }
        }
        Map<PeakOption, Variable> held = new LinkedHashMap<>();
        group.peaks().stream()
                .filter(peak -> Double.isFinite(peak.quota()))
                .forEach(peak -> held.put(peak, held(group, peak)));
        List<Step> steps = coarse(group.load().steps());
        for (int i = 0; i < steps.size(); i++) {
            cover(group, i, steps.get(i), base, held);
        }
    }

    /** The part of a provider's quota that a group may count on at any time. */
    private Variable held(LoadGroup group, PeakOption peak) {
        Variable part = variable(group.name() + " quota " + peak.provider(), 0);
        quotas.computeIfAbsent(peak.provider(), p -> new ArrayList<>()).add(part);
        quotaLimits.put(peak.provider(), peak.quota());
        return part;
    }

    private void cover(
            LoadGroup group,
            int number,
            Step step,
            Map<StandingOption, Variable> base,
            Map<PeakOption, Variable> held) {
        Expression cover = model.addExpression(group.name() + " step " + number).lower(step.accelerators());
        base.forEach((option, count) -> cover.set(count, option.accelerators()));
        for (PeakOption peak : group.peaks()) {
            Variable rented =
                    variable(group.name() + " " + number + " " + peak.provider(), peak.hourlyUsd() * step.hours());
            cover.set(rented, 1);
            Variable part = held.get(peak);
            if (part != null) {
                model.addExpression(group.name() + " " + number + " within " + peak.provider())
                        .set(rented, 1)
                        .set(part, -1)
                        .upper(0);
            }
        }
    }

    private Variable variable(String name, double usd) {
        Variable variable = model.addVariable(name).lower(0).weight(usd);
        costs.put(variable, usd);
        return variable;
    }

    private void limit(String name, List<Variable> parts, double most) {
        if (!parts.isEmpty()) {
            Expression limit = model.addExpression("limit " + name).upper(most);
            parts.forEach(part -> limit.set(part, 1));
        }
    }

    private void budget() {
        if (Double.isFinite(problem.budgetUsd())) {
            Expression budget = model.addExpression("budget").upper(problem.budgetUsd());
            costs.forEach(budget::set);
        }
    }

    private Map<String, Integer> chosen() {
        Map<String, Integer> chosen = new LinkedHashMap<>();
        machines.forEach((name, parts) -> {
            int count = parts.stream()
                    .mapToInt(part ->
                            part.getValue() == null ? 0 : part.getValue().intValue())
                    .sum();
            if (count > 0) {
                chosen.put(name, count);
            }
        });
        return chosen;
    }

    /** Neighbouring steps together, each at the hours' mean: a curve of thousands of steps sizes nothing better. */
    private static List<Step> coarse(List<Step> steps) {
        int size = (int) Math.ceil(steps.size() / STEPS_AT_MOST);
        List<Step> coarse = new ArrayList<>();
        for (int i = 0; i < steps.size(); i += Math.max(1, size)) {
            coarse.add(merged(steps.subList(i, Math.min(steps.size(), i + Math.max(1, size)))));
        }
        return coarse;
    }

    private static Step merged(List<Step> steps) {
        double hours = steps.stream().mapToDouble(Step::hours).sum();
        double work =
                steps.stream().mapToDouble(s -> s.accelerators() * s.hours()).sum();
        return new Step(work / hours, hours);
    }
}
