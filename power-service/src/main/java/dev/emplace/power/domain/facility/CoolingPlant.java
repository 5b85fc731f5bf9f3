package dev.emplace.power.domain.facility;

import dev.emplace.power.domain.capacity.NominalLoads;
import dev.emplace.power.domain.topology.CoolingKind;
import dev.emplace.power.domain.topology.CoolingUnit;
import dev.emplace.power.domain.topology.Topology;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The cooling units of a loaded site, those that stand in for each other together.
 *
 * <p>Heat runs from the units at the racks to those outdoors, and each passes on what it takes and what it draws itself:
 * that of the hour, not of the design day, which admission counts.
 */
final class CoolingPlant {
    private final List<List<CoolingUnit>> units;
    private final List<Bank> banks;

    private CoolingPlant(Sorting sorting) {
        this.banks = sorting.banks();
        this.units = List.copyOf(sorting.alike.values());
    }

    static CoolingPlant of(Topology topology, NominalLoads loads) {
        return new CoolingPlant(new Sorting(topology, loads));
    }

    /** Units by bank. */
    List<List<CoolingUnit>> units() {
        return units;
    }

    /**
     * What they draw.
     *
     * @param watts by kind
     * @param less by how much each bank draws less than on the design day
     * @param litresPerHour water that towers take
     */
    record Drawn(Map<CoolingKind, Double> watts, List<Double> less, double litresPerHour) {
        Drawn {
            watts = Map.copyOf(watts);
            less = List.copyOf(less);
        }
    }

    Drawn at(Outdoors outdoors, double designCelsius) {
        Map<CoolingKind, Double> watts = new EnumMap<>(CoolingKind.class);
        List<Double> sparing = new ArrayList<>();
        double[] spared = new double[banks.size()];
        double litresPerHour = 0;
        for (int i = 0; i < banks.size(); i++) {
            Bank bank = banks.get(i);
            double heat = Math.max(0, bank.heat - spared[i]);
            double drawn = bank.watts(heat, bank.celsius(outdoors), designCelsius);
            double less = (double) bank.units * bank.draw.watts() - drawn;
            double passedLess = bank.heat - heat + less;
            bank.rejects.forEach((target, share) -> spared[target] += passedLess * share);
            watts.merge(bank.kind, drawn, Double::sum);
            sparing.add(less);
            litresPerHour += bank.litresPerHour(heat);
        }
        return new Drawn(watts, sparing, litresPerHour);
    }

    /**
     * Equal units that serve the same and reject to the same.
     *
     * @param capacity heat that one carries, in watts
     * @param heat that all take together when every unit draws as on the design day
     * @param rejects share of their heat by number of the bank that takes it on
     * @param wet whether they reject to towers only, whose water follows the wet bulb
     */
    private record Bank(
            CoolingKind kind,
            CoolingUnit.Draw draw,
            long capacity,
            int units,
            double heat,
            Map<Integer, Double> rejects,
            boolean wet) {
        double celsius(Outdoors outdoors) {
            return wet ? outdoors.wetBulb() : outdoors.dryBulb();
        }

        /**
         * All fans turn wherever air or coolant is moved at the racks. Of plant that rejects heat just as many run as
         * draw the least together, of those numbers that carry the heat: so a hall at a tenth of its load runs a chiller,
         * not all of them.
         */
        double watts(double heat, double celsius, double designCelsius) {
            if (!kind.isCentral()) {
                return running(units, heat, celsius, designCelsius);
            }
            if (heat <= 0) {
                return 0;
            }
            int needed = (int) Math.min(units, Math.max(1, Math.ceil(heat / capacity)));
            double least = running(needed, heat, celsius, designCelsius);
            for (int more = needed + 1; more <= units; more++) {
                least = Math.min(least, running(more, heat, celsius, designCelsius));
            }
            return least;
        }

        double litresPerHour(double heat) {
            return kind == CoolingKind.TOWER ? TowerWater.litresPerHour(heat) : 0;
        }

        private double running(int count, double heat, double celsius, double designCelsius) {
            return count * CoolingCurve.watts(kind, draw, heat / count / capacity, celsius, designCelsius);
        }
    }

    /** Sorts the units of a topology into banks, consumers of cooling before those that take their heat. */
    private static final class Sorting {
        private final NominalLoads loads;
        private final Map<String, CoolingUnit> units = new LinkedHashMap<>();
        private final Map<String, List<Integer>> consumers = new HashMap<>();
        private final Map<String, Integer> depths = new HashMap<>();
        private final Map<Likeness, List<CoolingUnit>> alike = new LinkedHashMap<>();
        private final Map<String, Integer> bankOf = new HashMap<>();

        private record Likeness(
                CoolingKind kind,
                CoolingUnit.Draw draw,
                long capacity,
                List<String> rejectsTo,
                List<Integer> consumers,
                boolean isThere,
                int depth) {}

        Sorting(Topology topology, NominalLoads loads) {
            this.loads = loads;
            topology.coolingUnits().forEach(unit -> units.put(unit.id(), unit));
            int number = 0;
            for (var group : topology.rackGroups()) {
                note(number++, group.cooledBy());
            }
            for (var node : topology.nodes()) {
                note(number++, node.cooledBy());
            }
            for (var unit : topology.coolingUnits()) {
                note(number++, unit.rejectsTo());
            }
        }

        private void note(int consumer, List<String> cooledBy) {
            cooledBy.forEach(id ->
                    consumers.computeIfAbsent(id, any -> new ArrayList<>()).add(consumer));
        }

        List<Bank> banks() {
            units.values().stream()
                    .sorted(Comparator.comparing(this::depth).reversed())
                    .forEach(unit -> alike.computeIfAbsent(likeness(unit), any -> new ArrayList<>())
                            .add(unit));
            int number = 0;
            for (List<CoolingUnit> same : alike.values()) {
                for (CoolingUnit unit : same) {
                    bankOf.put(unit.id(), number);
                }
                number++;
            }
            return alike.values().stream().map(this::bank).toList();
        }

        private Likeness likeness(CoolingUnit unit) {
            return new Likeness(
                    unit.kind(),
                    unit.draw(),
                    unit.heatWatts(),
                    unit.rejectsTo(),
                    consumers.getOrDefault(unit.id(), List.of()),
                    loads.of(unit.id()) > 0,
                    depth(unit));
        }

        /** How many units its heat goes through until it is outdoors. */
        private int depth(CoolingUnit unit) {
            Integer known = depths.get(unit.id());
            if (known != null) {
                return known;
            }
            int depth = 1;
            for (String next : unit.rejectsTo()) {
                CoolingUnit taker = units.get(next);
                depth = taker == null ? depth : Math.max(depth, 1 + depth(taker));
            }
            depths.put(unit.id(), depth);
            return depth;
        }

        private Bank bank(List<CoolingUnit> same) {
            CoolingUnit one = same.get(0);
            double heat = same.stream().mapToDouble(unit -> loads.of(unit.id())).sum();
            return new Bank(one.kind(), one.draw(), one.heatWatts(), same.size(), heat, shares(one), wet(one));
        }

        private boolean wet(CoolingUnit unit) {
            return !unit.rejectsTo().isEmpty()
                    && unit.rejectsTo().stream()
                            .map(units::get)
                            .allMatch(to -> to != null && to.kind() == CoolingKind.TOWER);
        }

        /** Heat splits by what each unit carries; where none carries any there is none to split. */
        private Map<Integer, Double> shares(CoolingUnit unit) {
            double all = unit.rejectsTo().stream().mapToDouble(this::capacity).sum();
            if (all == 0) {
                return Map.of();
            }
            Map<Integer, Double> shares = new HashMap<>();
            unit.rejectsTo().forEach(id -> shares.merge(bankOf.getOrDefault(id, 0), capacity(id) / all, Double::sum));
            return shares;
        }

        private double capacity(String id) {
            CoolingUnit unit = units.get(id);
            return unit == null || loads.of(id) == 0 ? 0 : unit.heatWatts();
        }
    }
}
