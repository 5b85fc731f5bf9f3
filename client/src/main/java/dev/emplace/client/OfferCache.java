package dev.emplace.client;

import com.google.protobuf.Timestamp;
import dev.emplace.api.pricing.v1.Offer;
import dev.emplace.api.pricing.v1.OfferChange;
import dev.emplace.api.pricing.v1.OfferChangeKind;
import io.grpc.StatusRuntimeException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The offers that meet a requirement, kept up to date by a watch: reads cost no call. What was published for later appears
 * when it is due. Reads during an interruption answer what was known before it.
 */
public final class OfferCache implements AutoCloseable {

    private final Content content;
    private final OfferWatch watch;

    private OfferCache(Content content, OfferWatch watch) {
        this.content = content;
        this.watch = watch;
    }

    /** Begins to fill; {@link #awaitFilled} waits for it. */
    public static OfferCache of(Catalog catalog, WatchedOffers what) {
        Content content = new Content(catalog.clock());
        return new OfferCache(content, catalog.watch(what, content));
    }

    /**
     * Waits for the first list.
     *
     * @return whether it came in time
     * @throws StatusRuntimeException if it was refused
     */
    public boolean awaitFilled(Duration longest) throws InterruptedException {
        boolean came = content.filled.await(longest.toNanos(), TimeUnit.NANOSECONDS);
        if (content.refusal.isPresent()) {
            throw content.refusal.get();
        }
        return came;
    }

    /** By the offer's resource name, {@code offers/{offer}}. */
    public Optional<Offer> offer(String name) {
        return Optional.ofNullable(content.offers.get(name));
    }

    /** A view that follows changes until the next list. */
    public Collection<Offer> offers() {
        return Collections.unmodifiableCollection(content.offers.values());
    }

    @Override
    public void close() {
        watch.close();
    }

    private static final class Content implements OfferListener {

        private final Clock clock;
        private final CountDownLatch filled = new CountDownLatch(1);
        private volatile Map<String, Offer> offers = Map.of();
        private volatile Optional<StatusRuntimeException> refusal = Optional.empty();

        Content(Clock clock) {
            this.clock = clock;
        }

        @Override
        public void listed(OfferList list) {
            Map<String, Offer> anew = new ConcurrentHashMap<>();
            list.offers().forEach(offer -> anew.put(offer.getName(), offer));
            offers = anew;
            filled.countDown();
        }

        @Override
        public void changed(OfferChange change) {
            Offer offer = change.getOffer();
            if (isToCome(change.getStartTime())) {
                return;
            }
            if (change.getKind() == OfferChangeKind.OFFER_CHANGE_KIND_REMOVED) {
                offers.remove(offer.getName());
            } else {
                offers.put(offer.getName(), offer);
            }
        }

        @Override
        public void refused(StatusRuntimeException why) {
            refusal = Optional.of(why);
            filled.countDown();
        }

        private boolean isToCome(Timestamp time) {
            return Instant.ofEpochSecond(time.getSeconds(), time.getNanos()).isAfter(clock.instant());
        }
    }
}
