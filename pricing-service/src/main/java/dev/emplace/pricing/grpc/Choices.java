package dev.emplace.pricing.grpc;

import dev.emplace.api.pricing.v1.CommercialModel;
import dev.emplace.api.pricing.v1.Partition;
import dev.emplace.api.pricing.v1.PriceAbsence;
import dev.emplace.api.pricing.v1.PriceBasis;
import dev.emplace.api.pricing.v1.PriceFlag;
import dev.emplace.api.pricing.v1.ProviderKind;
import dev.emplace.api.pricing.v1.SourceAuthority;
import dev.emplace.platform.errors.InvalidFieldException;
import dev.emplace.pricing.domain.offers.AbsenceReason;
import dev.emplace.pricing.domain.offers.Authority;

/** The choices of the contract and of the domain, each in the other's words. */
final class Choices {

    private Choices() {}

    static CommercialModel message(dev.emplace.pricing.domain.offers.CommercialModel model) {
        return switch (model) {
            case SPOT -> CommercialModel.COMMERCIAL_MODEL_SPOT;
            case ON_DEMAND -> CommercialModel.COMMERCIAL_MODEL_ON_DEMAND;
            case RESERVED -> CommercialModel.COMMERCIAL_MODEL_RESERVED;
            case SAVINGS_PLAN -> CommercialModel.COMMERCIAL_MODEL_SAVINGS_PLAN;
            case CAPACITY_BLOCK -> CommercialModel.COMMERCIAL_MODEL_CAPACITY_BLOCK;
            case OWNED -> CommercialModel.COMMERCIAL_MODEL_OWNED;
        };
    }

    static dev.emplace.pricing.domain.offers.CommercialModel model(String field, CommercialModel message) {
        return switch (message) {
            case COMMERCIAL_MODEL_SPOT -> dev.emplace.pricing.domain.offers.CommercialModel.SPOT;
            case COMMERCIAL_MODEL_ON_DEMAND -> dev.emplace.pricing.domain.offers.CommercialModel.ON_DEMAND;
            case COMMERCIAL_MODEL_RESERVED -> dev.emplace.pricing.domain.offers.CommercialModel.RESERVED;
            case COMMERCIAL_MODEL_SAVINGS_PLAN -> dev.emplace.pricing.domain.offers.CommercialModel.SAVINGS_PLAN;
            case COMMERCIAL_MODEL_CAPACITY_BLOCK -> dev.emplace.pricing.domain.offers.CommercialModel.CAPACITY_BLOCK;
            case COMMERCIAL_MODEL_OWNED -> dev.emplace.pricing.domain.offers.CommercialModel.OWNED;
            case COMMERCIAL_MODEL_UNSPECIFIED, UNRECOGNIZED -> throw unspecified(field, message);
        };
    }

    static ProviderKind message(dev.emplace.pricing.domain.places.ProviderKind kind) {
        return switch (kind) {
            case HYPERSCALER -> ProviderKind.PROVIDER_KIND_HYPERSCALER;
            case GPU_CLOUD -> ProviderKind.PROVIDER_KIND_GPU_CLOUD;
            case COLOCATION -> ProviderKind.PROVIDER_KIND_COLOCATION;
            case ON_PREMISES -> ProviderKind.PROVIDER_KIND_ON_PREMISES;
            case REGIONAL_EDGE -> ProviderKind.PROVIDER_KIND_REGIONAL_EDGE;
            case DEVICE -> ProviderKind.PROVIDER_KIND_DEVICE;
        };
    }

    static dev.emplace.pricing.domain.places.ProviderKind kind(String field, ProviderKind message) {
        return switch (message) {
            case PROVIDER_KIND_HYPERSCALER -> dev.emplace.pricing.domain.places.ProviderKind.HYPERSCALER;
            case PROVIDER_KIND_GPU_CLOUD -> dev.emplace.pricing.domain.places.ProviderKind.GPU_CLOUD;
            case PROVIDER_KIND_COLOCATION -> dev.emplace.pricing.domain.places.ProviderKind.COLOCATION;
            case PROVIDER_KIND_ON_PREMISES -> dev.emplace.pricing.domain.places.ProviderKind.ON_PREMISES;
            case PROVIDER_KIND_REGIONAL_EDGE -> dev.emplace.pricing.domain.places.ProviderKind.REGIONAL_EDGE;
            case PROVIDER_KIND_DEVICE -> dev.emplace.pricing.domain.places.ProviderKind.DEVICE;
            case PROVIDER_KIND_UNSPECIFIED, UNRECOGNIZED -> throw unspecified(field, message);
        };
    }

    static Partition message(dev.emplace.pricing.domain.places.Partition partition) {
        return switch (partition) {
            case COMMERCIAL -> Partition.PARTITION_COMMERCIAL;
            case GOVERNMENT -> Partition.PARTITION_GOVERNMENT;
            case CHINA -> Partition.PARTITION_CHINA;
        };
    }

    static dev.emplace.pricing.domain.places.Partition partition(String field, Partition message) {
        return switch (message) {
            case PARTITION_COMMERCIAL -> dev.emplace.pricing.domain.places.Partition.COMMERCIAL;
            case PARTITION_GOVERNMENT -> dev.emplace.pricing.domain.places.Partition.GOVERNMENT;
            case PARTITION_CHINA -> dev.emplace.pricing.domain.places.Partition.CHINA;
            case PARTITION_UNSPECIFIED, UNRECOGNIZED -> throw unspecified(field, message);
        };
    }

    static PriceBasis message(dev.emplace.pricing.domain.offers.PriceBasis basis) {
        return switch (basis) {
            case LIST -> PriceBasis.PRICE_BASIS_LIST;
            case CONTRACTED -> PriceBasis.PRICE_BASIS_CONTRACTED;
            case ESTIMATED -> PriceBasis.PRICE_BASIS_ESTIMATED;
            case COMPUTED -> PriceBasis.PRICE_BASIS_COMPUTED;
        };
    }

    static PriceAbsence message(AbsenceReason reason) {
        return switch (reason) {
            case CAPACITY_BLOCKS_ONLY -> PriceAbsence.PRICE_ABSENCE_CAPACITY_BLOCK_ONLY;
            case SOLD_OUT -> PriceAbsence.PRICE_ABSENCE_SOLD_OUT;
            case NOT_PUBLISHED -> PriceAbsence.PRICE_ABSENCE_NOT_PUBLISHED;
            case UNKNOWN -> PriceAbsence.PRICE_ABSENCE_UNKNOWN;
        };
    }

    static SourceAuthority message(Authority authority) {
        return switch (authority) {
            case PROVIDER -> SourceAuthority.SOURCE_AUTHORITY_PROVIDER;
            case AGGREGATOR -> SourceAuthority.SOURCE_AUTHORITY_AGGREGATOR;
        };
    }

    static PriceFlag message(dev.emplace.pricing.domain.offers.PriceFlag flag) {
        return switch (flag) {
            case NO_DISCOUNT -> PriceFlag.PRICE_FLAG_NO_DISCOUNT;
            case UNIT_REPAIRED -> PriceFlag.PRICE_FLAG_UNIT_REPAIRED;
            case ONE_PRICE_EVERYWHERE -> PriceFlag.PRICE_FLAG_ONE_PRICE_EVERYWHERE;
            case SOURCES_DISAGREE -> PriceFlag.PRICE_FLAG_SOURCES_DISAGREE;
            case ROUNDED -> PriceFlag.PRICE_FLAG_ROUNDED;
            case RELEASED -> PriceFlag.PRICE_FLAG_RELEASED;
            case HELD -> PriceFlag.PRICE_FLAG_HELD;
        };
    }

    private static InvalidFieldException unspecified(String field, Enum<?> message) {
        return new InvalidFieldException(field, "is " + message.name() + "; must be one of the other values");
    }
}
