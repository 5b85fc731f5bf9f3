package dev.emplace.power.grpc;

import com.google.type.Decimal;
import com.google.type.Money;
import dev.emplace.api.power.v1.CoolingKind;
import dev.emplace.api.power.v1.CoolingPower;
import dev.emplace.api.power.v1.EnergyHour;
import dev.emplace.api.power.v1.EnergyHourCost;
import dev.emplace.api.power.v1.EstimateEnergyCostRequest;
import dev.emplace.api.power.v1.EstimateEnergyCostResponse;
import dev.emplace.api.power.v1.EstimateFacilityPowerRequest;
import dev.emplace.platform.errors.InvalidFieldException;
import dev.emplace.power.domain.facility.EnergyBill;
import dev.emplace.power.domain.facility.FacilityPower;
import dev.emplace.power.domain.facility.Outdoors;
import dev.emplace.power.domain.topology.Surroundings;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What sites take in, and the hours that it is reckoned over, between the contract and the domain. */
final class FacilityMessages {
    private static final String COLDEST = "-60";
    private static final String HOTTEST = "60";
    private static final BigDecimal HIGHEST_PRICE = BigDecimal.valueOf(1_000);
    private static final int NANOS = 9;
    private static final int WUE_DIGITS = 3;
    private static final int WET_BULB_DIGITS = 2;

    private FacilityMessages() {}

    static List<Outdoors> outdoors(EstimateFacilityPowerRequest request) {
        int humidities = request.getOutdoorRelativeHumidityCount();
        if (humidities != 0 && humidities != request.getOutdoorCelsiusCount()) {
            throw new InvalidFieldException(
                    "outdoor_relative_humidity",
                    "are " + humidities + " for " + request.getOutdoorCelsiusCount()
                            + " of outdoor_celsius; give as many or none");
        }
        List<Outdoors> all = new ArrayList<>();
        for (int i = 0; i < request.getOutdoorCelsiusCount(); i++) {
            double celsius = celsius(request.getOutdoorCelsius(i), "outdoor_celsius[" + i + "]");
            all.add(
                    humidities == 0
                            ? Outdoors.of(celsius)
                            : Outdoors.of(celsius, request.getOutdoorRelativeHumidity(i)));
        }
        return all;
    }

    private static double celsius(Decimal value, String field) {
        return Numbers.decimal(value, field, COLDEST, HOTTEST).doubleValue();
    }

    private static Optional<Outdoors> outdoors(EnergyHour hour, String field) {
        if (!hour.hasOutdoorCelsius()) {
            if (hour.hasOutdoorRelativeHumidity()) {
                throw new InvalidFieldException(
                        field + ".outdoor_relative_humidity", "goes with outdoor_celsius: give both or neither");
            }
            return Optional.empty();
        }
        double celsius = celsius(hour.getOutdoorCelsius(), field + ".outdoor_celsius");
        return Optional.of(
                hour.hasOutdoorRelativeHumidity()
                        ? Outdoors.of(celsius, hour.getOutdoorRelativeHumidity())
                        : Outdoors.of(celsius));
    }

    static List<EnergyBill.Hour> hours(EstimateEnergyCostRequest request, Surroundings site) {
        List<EnergyBill.Hour> all = new ArrayList<>();
        for (int i = 0; i < request.getHoursCount(); i++) {
            all.add(hour(request.getHours(i), "hours[" + i + "]", site));
        }
        return all;
    }

    private static EnergyBill.Hour hour(EnergyHour hour, String field, Surroundings site) {
        return new EnergyBill.Hour(
                price(hour, field + ".unit_price", site.usdPerKilowattHour()),
                hour.hasGco2EPerKwh() ? Optional.of(hour.getGco2EPerKwh()) : known(site.gramsCarbonPerKilowattHour()),
                outdoors(hour, field));
    }

    private static BigDecimal price(EnergyHour hour, String field, BigDecimal own) {
        BigDecimal price = hour.hasUnitPrice() ? Numbers.signedUsd(hour.getUnitPrice(), field) : own;
        if (price.abs().compareTo(HIGHEST_PRICE) > 0) {
            throw new InvalidFieldException(
                    field, "is " + price.toPlainString() + " USD; must be at most " + HIGHEST_PRICE + " either way");
        }
        return price;
    }

    private static Optional<Integer> known(int grams) {
        return grams == 0 ? Optional.empty() : Optional.of(grams);
    }

    static dev.emplace.api.power.v1.FacilityPower toProto(FacilityPower power, Outdoors outdoors) {
        return mean(power).toBuilder()
                .setOutdoorCelsius(Numbers.decimal(BigDecimal.valueOf(outdoors.dryBulb())))
                .setOutdoorWetBulbCelsius(Numbers.decimal(outdoors.wetBulb(), WET_BULB_DIGITS))
                .build();
    }

    /** Whole watts; the total is the sum of the parts as they are shown. */
    static dev.emplace.api.power.v1.FacilityPower mean(FacilityPower power) {
        List<CoolingPower> cooling = power.cooling().entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.naturalOrder()))
                .map(part -> CoolingPower.newBuilder()
                        .setKind(Choices.toProto(CoolingKind.class, part.getKey(), "COOLING_KIND_"))
                        .setWatts(Math.round(part.getValue()))
                        .build())
                .toList();
        long it = Math.round(power.itWatts());
        long losses = Math.round(power.lossWatts());
        return dev.emplace.api.power.v1.FacilityPower.newBuilder()
                .setItWatts(it)
                .setLossWatts(losses)
                .addAllCooling(cooling)
                .setTotalWatts(it
                        + losses
                        + cooling.stream().mapToLong(CoolingPower::getWatts).sum())
                .setPue(CapacityMessages.pue(power.pue()))
                .setWue(Numbers.decimal(power.wue(), WUE_DIGITS))
                .build();
    }

    static EstimateEnergyCostResponse.Builder toProto(EnergyBill bill) {
        EstimateEnergyCostResponse.Builder message = EstimateEnergyCostResponse.newBuilder()
                .setKwh(Numbers.decimal(bill.kilowattHours()))
                .setCost(money(bill.usd()));
        bill.kilograms().ifPresent(kilograms -> message.setKgco2E(Numbers.decimal(kilograms)));
        bill.lines().forEach(line -> message.addHours(toProto(line)));
        return message;
    }

    private static EnergyHourCost toProto(EnergyBill.Line line) {
        EnergyHourCost.Builder message = EnergyHourCost.newBuilder()
                .setFacilityWattHours(line.wattHours())
                .setCost(money(line.usd()));
        line.grams().ifPresent(grams -> message.setGco2E(Numbers.decimal(grams)));
        return message.build();
    }

    private static Money money(BigDecimal usd) {
        return Numbers.usd(usd.setScale(NANOS, RoundingMode.HALF_UP));
    }
}
