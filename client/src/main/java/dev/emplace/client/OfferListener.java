package dev.emplace.client;

import dev.emplace.api.pricing.v1.OfferChange;
import io.grpc.StatusRuntimeException;

/** Is told by one watch, from one thread, one thing at a time: a slow listener slows its own watch only. */
public interface OfferListener {

    /** This is all there is: at first, and whenever changes can have been missed. Replaces what was known. */
    void listed(OfferList offers);

    /**
     * One change; after a list it may be one that the list has already. One whose start_time is still to come is of no
     * account yet: when it comes, all is listed.
     */
    void changed(OfferChange change);

    /** The stream ended, and will be taken up again where it was. For logs. */
    default void interrupted(StatusRuntimeException why) {}

    /** Nothing more is told: it is refused, for example because the caller lacks the role. */
    void refused(StatusRuntimeException why);
}
