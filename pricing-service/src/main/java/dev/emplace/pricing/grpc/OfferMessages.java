package dev.emplace.pricing.grpc;

import com.google.protobuf.Duration;
import com.google.type.LatLng;
import dev.emplace.api.pricing.v1.Machine;
import dev.emplace.api.pricing.v1.Offer;
import dev.emplace.api.pricing.v1.Place;
import dev.emplace.api.pricing.v1.PriceSource;
import dev.emplace.pricing.domain.offers.Commitment;
import dev.emplace.pricing.domain.offers.Instance;
import dev.emplace.pricing.domain.offers.Interconnect;
import dev.emplace.pricing.domain.offers.Price;
import dev.emplace.pricing.domain.offers.Source;
import dev.emplace.pricing.domain.places.Region;
import java.math.RoundingMode;

/** Offers as the contract shows them. */
final class OfferMessages {

    static final String COLLECTION = "offers/";

    private OfferMessages() {}

    /** All but what depends on the time of the answer. */
    static Offer timeless(dev.emplace.pricing.domain.offers.Offer offer) {
        var message = Offer.newBuilder()
                .setName(COLLECTION + offer.id())
                .setPlace(place(offer.region(), offer.zone().orElse("")))
                .setMachine(machine(offer.instance()))
                .setCommercialModel(Choices.message(offer.model()))
                .setMinimumMachineCount(offer.minimumInstances())
                .setPriceBasis(Choices.message(offer.basis()))
                .setSource(source(offer.source()))
                .addAllPriceFlags(offer.source().reading().flags().stream()
                        .map(Choices::message)
                        .toList());
        offer.hourlyPrice().map(Amounts::message).ifPresent(message::setListUnitPrice);
        offer.hourlyPrice()
                .filter(price -> offer.isContracted())
                .map(Amounts::message)
                .ifPresent(message::setContractedUnitPrice);
        offer.pricePerAcceleratorHour().map(Amounts::message).ifPresent(message::setAcceleratorUnitPrice);
        offer.boundFor()
                .ifPresent(term ->
                        message.setCommitmentDuration(Duration.newBuilder().setSeconds(term.toSeconds())));
        offer.commitment().ifPresent(terms -> message.setUpfrontPrice(Amounts.message(terms.upfront())));
        offer.commitment()
                .flatMap(Commitment::dates)
                .ifPresent(dates -> message.setBlockStartTime(Instants.message(dates.start()))
                        .setBlockEndTime(Instants.message(dates.end())));
        if (offer.price() instanceof Price.Absent absent) {
            message.setPriceAbsence(Choices.message(absent.reason()));
        }
        return message.build();
    }

    private static PriceSource source(Source source) {
        return ProviderMessages.message(source).toBuilder()
                .setAuthority(Choices.message(source.reading().authority()))
                .setStatedPrice(source.reading().statedPrice().orElse(""))
                .build();
    }

    static Place place(Region region, String zone) {
        var message = Place.newBuilder()
                .setProvider(region.provider().id())
                .setProviderKind(Choices.message(region.provider().kind()))
                .setRegion(region.code())
                .setZone(zone)
                .setCountry(region.country().orElse(""))
                .setPartition(Choices.message(region.partition()));
        region.coordinates()
                .ifPresent(at -> message.setLocation(
                        LatLng.newBuilder().setLatitude(at.latitude()).setLongitude(at.longitude())));
        region.carbon()
                .ifPresent(carbon -> message.setGridGco2EPerKwh(carbon.gramsPerKilowattHour()
                        .setScale(0, RoundingMode.HALF_EVEN)
                        .intValueExact()));
        region.siteId().ifPresent(site -> message.setSite("sites/" + site));
        return message.build();
    }

    private static Machine machine(Instance instance) {
        return Machine.newBuilder()
                .setInstanceType(instance.name())
                .setAccelerator(instance.accelerator().map(AcceleratorNames::of).orElse(""))
                .setAcceleratorCount(Amounts.message(instance.acceleratorCount()))
                .setVcpuCount(instance.vcpus().orElse(0))
                .setMemoryBytes(instance.memoryBytes().orElse(0))
                .setLocalDiskBytes(instance.localDiskBytes().orElse(0))
                .setFabric(
                        instance.interconnect().map(Interconnect::description).orElse(""))
                .build();
    }
}
