package dev.emplace.power.grpc;

/** Enums of the contract and of the domain: the names are the same behind the contract's prefix. */
final class Choices {
    private Choices() {}

    /** The domain's value of a contract's one that is not UNSPECIFIED. */
    static <D extends Enum<D>> D toDomain(Class<D> type, Enum<?> value, String prefix) {
        return Enum.valueOf(type, value.name().substring(prefix.length()));
    }

    static <P extends Enum<P>> P toProto(Class<P> type, Enum<?> value, String prefix) {
        return Enum.valueOf(type, prefix + value.name());
    }
}
