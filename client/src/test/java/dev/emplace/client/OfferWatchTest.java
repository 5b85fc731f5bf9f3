package dev.emplace.client;

import static dev.emplace.api.pricing.v1.OfferChangeKind.OFFER_CHANGE_KIND_ADDED;
import static dev.emplace.api.pricing.v1.OfferChangeKind.OFFER_CHANGE_KIND_CHANGED;
import static dev.emplace.api.pricing.v1.OfferChangeKind.OFFER_CHANGE_KIND_REMOVED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.Any;
import com.google.protobuf.Timestamp;
import com.google.rpc.ErrorInfo;
import dev.emplace.api.pricing.v1.OfferChange;
import dev.emplace.api.pricing.v1.OfferChangeKind;
import dev.emplace.api.pricing.v1.OfferRequirement;
import dev.emplace.api.pricing.v1.WatchOffersRequest;
import dev.emplace.api.pricing.v1.WatchOffersResponse;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OfferWatchTest {

    private static final WatchedOffers ALL = WatchedOffers.meeting(OfferRequirement.getDefaultInstance());
    private static final Duration LONG = Duration.ofMinutes(1);

    private final ScriptedCatalog server = new ScriptedCatalog();
    private final ServiceConnection connection = ServiceConnection.inTheClear(server.address());
    private final Catalog catalog = new Catalog(connection);
    private final Heard heard = new Heard();

    private final List<OfferWatch> watches = new ArrayList<>();

    OfferWatchTest() throws IOException {}

    @AfterEach
    void disconnect() {
        watches.forEach(OfferWatch::close);
        connection.close();
        server.close();
    }

    @Test
    void listJoinsAllPagesAndGoesOnFromTheRevisionOfTheFirst() {
        server.thenLists(7, "more", "a", "b").thenLists(9, "", "c").thenStreams(out -> {});

        watch();
        await().until(() -> server.watches.size() == 1);

        assertThat(heard.lists).singleElement().satisfies(list -> {
            assertThat(list.offers())
                    .extracting(offer -> offer.getName())
                    .containsExactly("offers/a", "offers/b", "offers/c");
            assertThat(list.revision()).isEqualTo(7);
        });
        assertThat(server.lists.get(1).getPageToken()).isEqualTo("more");
        assertThat(server.watches.get(0).getStartRevision()).isEqualTo(8);
    }

    @Test
    void interruptedStreamGoesOnInsideItsRevision() {
        server.thenLists(7, "")
                .thenStreams(out -> {
                    out.onNext(
                            message(8, 2, change("a", OFFER_CHANGE_KIND_ADDED), change("b", OFFER_CHANGE_KIND_ADDED)));
                    out.onError(Status.UNAVAILABLE.asRuntimeException());
                })
                .thenStreams(out -> {
                    out.onNext(message(9, 0, change("c", OFFER_CHANGE_KIND_ADDED)));
                    out.onCompleted();
                })
                .thenStreams(out -> out.onNext(message(9, 0)));

        watch();
        await().until(() -> server.watches.size() == 3);

        assertThat(heard.changes).containsExactly("a", "b", "c");
        assertThat(heard.lists).hasSize(1);
        assertThat(server.watches)
                .extracting(WatchOffersRequest::getStartRevision, WatchOffersRequest::getStartIndex)
                .containsExactly(tuple(8L, 0L), tuple(8L, 2L), tuple(9L, 0L));
        assertThat(heard.interruptions).hasSize(1);
    }

    @Test
    void positionThatIsNoLongerKeptListsAgain() {
        server.thenLists(7, "", "a")
                .thenStreams(out -> out.onError(error(Status.Code.OUT_OF_RANGE, "COMPACTED")))
                .thenLists(900, "", "b")
                .thenStreams(out -> {});

        watch();
        await().until(() -> server.watches.size() == 2);

        assertThat(heard.lists).extracting(OfferList::revision).containsExactly(7L, 900L);
        assertThat(server.watches.get(1).getStartRevision()).isEqualTo(901);
    }

    @Test
    void priceForLaterIsListedWhenItBegins() {
        server.thenLists(7, "", "a")
                .thenStreams(out -> out.onNext(message(
                        9,
                        0,
                        change("a", OFFER_CHANGE_KIND_CHANGED).toBuilder()
                                .setStartTime(soon())
                                .build())))
                .thenStreams(out -> {})
                .thenLists(8, "", "a")
                .thenStreams(out -> {});

        watch();
        await().until(() -> heard.lists.size() == 2);

        assertThat(server.watches.get(1).getStartRevision()).isEqualTo(9);
    }

    @Test
    void whoMayNotReadIsToldOnce() throws InterruptedException {
        server.thenRefusesToList(error(Status.Code.PERMISSION_DENIED, "ROLE_MISSING"));

        assertThat(watch().awaitEnd(LONG)).isTrue();

        assertThat(heard.refusals)
                .singleElement()
                .satisfies(error -> assertThat(error.getStatus().getCode()).isEqualTo(Status.Code.PERMISSION_DENIED));
        assertThat(server.lists).hasSize(1);
    }

    @Test
    void closedWatchEndsItsStream() throws InterruptedException {
        server.thenLists(7, "").thenStreams(out -> {});
        OfferWatch watch = watch();
        await().until(() -> server.watches.size() == 1);

        watch.close();

        assertThat(watch.awaitEnd(LONG)).isTrue();
        assertThat(heard.refusals).isEmpty();
        assertThat(heard.interruptions).isEmpty();
    }

    @Test
    void cacheFollowsEveryKindOfChangeAndWaitsForWhatIsToCome() throws InterruptedException {
        server.thenLists(7, "", "kept", "removed", "changed")
                .thenStreams(out -> out.onNext(message(
                        9,
                        0,
                        change("added", OFFER_CHANGE_KIND_ADDED),
                        change("removed", OFFER_CHANGE_KIND_REMOVED),
                        change("later", OFFER_CHANGE_KIND_ADDED).toBuilder()
                                .setStartTime(Timestamp.newBuilder().setSeconds(4_000_000_000L))
                                .build(),
                        OfferChange.newBuilder()
                                .setKind(OFFER_CHANGE_KIND_CHANGED)
                                .setOffer(ScriptedCatalog.offer("changed").toBuilder()
                                        .setMinimumMachineCount(4))
                                .build())));

        try (OfferCache cache = OfferCache.of(catalog, ALL)) {
            assertThat(cache.awaitFilled(LONG)).isTrue();
            await().until(() -> cache.offer("offers/changed")
                    .filter(offer -> offer.getMinimumMachineCount() == 4)
                    .isPresent());

            assertThat(cache.offers())
                    .extracting(offer -> offer.getName())
                    .containsExactlyInAnyOrder("offers/kept", "offers/changed", "offers/added");
        }
    }

    @Test
    void cacheThatIsRefusedSaysSo() {
        server.thenRefusesToList(error(Status.Code.INVALID_ARGUMENT, "INVALID_FIELD"));

        try (OfferCache cache = OfferCache.of(catalog, ALL)) {
            assertThatThrownBy(() -> cache.awaitFilled(LONG)).isInstanceOf(StatusRuntimeException.class);
        }
    }

    private OfferWatch watch() {
        OfferWatch watch = catalog.watch(ALL, heard);
        watches.add(watch);
        return watch;
    }

    private static Timestamp soon() {
        var time = Clock.systemUTC().instant().plusMillis(300);
        return Timestamp.newBuilder()
                .setSeconds(time.getEpochSecond())
                .setNanos(time.getNano())
                .build();
    }

    private static WatchOffersResponse message(long nextRevision, long nextIndex, OfferChange... changes) {
        return WatchOffersResponse.newBuilder()
                .setNextRevision(nextRevision)
                .setNextIndex(nextIndex)
                .addAllChanges(List.of(changes))
                .build();
    }

    private static OfferChange change(String name, OfferChangeKind kind) {
        return OfferChange.newBuilder()
                .setKind(kind)
                .setOffer(ScriptedCatalog.offer(name))
                .build();
    }

    private static StatusRuntimeException error(Status.Code code, String reason) {
        return StatusProto.toStatusRuntimeException(com.google.rpc.Status.newBuilder()
                .setCode(code.value())
                .addDetails(Any.pack(ErrorInfo.newBuilder()
                        .setDomain("emplace.dev")
                        .setReason(reason)
                        .build()))
                .build());
    }

    private static final class Heard implements OfferListener {

        final List<OfferList> lists = new CopyOnWriteArrayList<>();
        final List<String> changes = new CopyOnWriteArrayList<>();
        final List<StatusRuntimeException> interruptions = new CopyOnWriteArrayList<>();
        final List<StatusRuntimeException> refusals = new CopyOnWriteArrayList<>();

        @Override
        public void listed(OfferList offers) {
            lists.add(offers);
        }

        @Override
        public void changed(OfferChange change) {
            changes.add(change.getOffer().getName().substring("offers/".length()));
        }

        @Override
        public void interrupted(StatusRuntimeException why) {
            interruptions.add(why);
        }

        @Override
        public void refused(StatusRuntimeException why) {
            refusals.add(why);
        }
    }
}
