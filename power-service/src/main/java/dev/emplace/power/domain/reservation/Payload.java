package dev.emplace.power.domain.reservation;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/**
 * What the creator of a reservation has kept with it, unread. It may be for the creator's eyes only, such as a plan with
 * prices that others are not to see.
 */
public final class Payload {
    public static final Payload NONE = new Payload(new byte[0], Optional.empty());

    private final byte[] bytes;
    private final Optional<String> owner;

    private Payload(byte[] bytes, Optional<String> owner) {
        this.bytes = bytes;
        this.owner = owner;
    }

    /**
     * What somebody keeps.
     *
     * @param owner empty where callers are not told apart
     */
    public static Payload of(byte[] bytes, Optional<String> owner) {
        return bytes.length == 0 ? NONE : new Payload(bytes.clone(), owner);
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    public Optional<String> owner() {
        return owner;
    }

    public boolean isEmpty() {
        return bytes.length == 0;
    }

    /** As a caller may see it. */
    public Payload shownTo(Optional<String> caller) {
        return owner.isEmpty() || owner.equals(caller) ? this : NONE;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Payload payload && Arrays.equals(bytes, payload.bytes) && owner.equals(payload.owner);
    }

    @Override
    public int hashCode() {
        return Objects.hash(Arrays.hashCode(bytes), owner);
    }

    @Override
    public String toString() {
        return bytes.length + " bytes";
    }
}
