package dev.emplace.power.grpc;

import dev.emplace.api.power.v1.ConfirmReservationRequest;
import dev.emplace.api.power.v1.ConfirmReservationResponse;
import dev.emplace.api.power.v1.CreateReservationRequest;
import dev.emplace.api.power.v1.CreateReservationResponse;
import dev.emplace.api.power.v1.FindReservationRequest;
import dev.emplace.api.power.v1.FindReservationResponse;
import dev.emplace.api.power.v1.GetReservationRequest;
import dev.emplace.api.power.v1.GetReservationResponse;
import dev.emplace.api.power.v1.ListReservationsRequest;
import dev.emplace.api.power.v1.ListReservationsResponse;
import dev.emplace.api.power.v1.ReleaseReservationRequest;
import dev.emplace.api.power.v1.ReleaseReservationResponse;
import dev.emplace.api.power.v1.RenewReservationRequest;
import dev.emplace.api.power.v1.RenewReservationResponse;
import dev.emplace.api.power.v1.ReservationServiceGrpc;
import dev.emplace.api.power.v1.ResizeReservationRequest;
import dev.emplace.api.power.v1.ResizeReservationResponse;
import dev.emplace.platform.auth.Caller;
import dev.emplace.platform.calls.Dispatcher;
import dev.emplace.platform.paging.Page;
import dev.emplace.power.domain.reservation.Archive.Created;
import dev.emplace.power.domain.reservation.Archive.Found;
import dev.emplace.power.domain.reservation.Archive.Listing;
import dev.emplace.power.domain.reservation.Change;
import dev.emplace.power.domain.reservation.Command;
import dev.emplace.power.domain.reservation.Metering;
import dev.emplace.power.domain.reservation.Payload;
import dev.emplace.power.domain.reservation.Reservation;
import dev.emplace.power.domain.reservation.Reservations;
import io.grpc.Context;
import io.grpc.stub.StreamObserver;
import io.quarkus.grpc.GrpcService;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reservations over gRPC. All of its calls touch the database, so all are dispatched. */
@GrpcService
public class ReservationGrpc extends ReservationServiceGrpc.ReservationServiceImplBase {
    private static final Duration USUAL_TTL = Duration.ofSeconds(60);
    private static final int USUAL_PAGE = 100;
    private static final int LARGEST_PAGE = 1000;

    private final Reservations reservations;
    private final Dispatcher dispatcher;
    private final RefusalMeters refusals;
    private final Metering metering;

    ReservationGrpc(Reservations reservations, Dispatcher dispatcher, RefusalMeters refusals, Metering metering) {
        this.reservations = reservations;
        this.dispatcher = dispatcher;
        this.refusals = refusals;
        this.metering = metering;
    }

    @Override
    public void createReservation(CreateReservationRequest request, StreamObserver<CreateReservationResponse> out) {
        dispatcher.dispatch(out, () -> create(request));
    }

    private CreateReservationResponse create(CreateReservationRequest request) throws Exception {
        String site = Names.siteId(request.getParent(), "parent");
        Command.Create command = new Command.Create(
                Requests.key(request, request.getRequestId()),
                DemandMessages.toDomain(request.getDemand(), "demand"),
                request.hasTtl() ? Numbers.duration(request.getTtl()) : USUAL_TTL,
                request.getHolder(),
                request.getValidateOnly(),
                Payload.of(request.getPayload().toByteArray(), caller()),
                caller());
        var outcome = submit(site, command);
        Change.OfReservation change = (Change.OfReservation) outcome.change();
        CreateReservationResponse.Builder response = CreateReservationResponse.newBuilder()
                // The same body brings the same payload: the journal need not tell it again.
                .setReservation(ReservationMessages.toProto(site, change.reservation()).toBuilder()
                        .setPayload(request.getPayload()))
                .setRevision(outcome.revision());
        change.next().ifPresent(next -> response.setBinding(DemandMessages.toProto(next)));
        return response.build();
    }

    private static Optional<String> caller() {
        return Caller.current().map(Caller::name);
    }

    private dev.emplace.power.domain.reservation.Outcome submit(String site, Command command) throws Exception {
        Context call = Context.current();
        try {
            return Requests.await(reservations.submit(site, command, () -> Requests.abandoned(call)));
        } catch (dev.emplace.power.domain.reservation.InsufficientCapacityException refused) {
            refusals.count(refused);
            throw reservations.explained(site, command, refused);
        }
    }

    @Override
    public void confirmReservation(ConfirmReservationRequest request, StreamObserver<ConfirmReservationResponse> out) {
        dispatcher.dispatch(out, () -> {
            Names.ReservationName name = Names.reservation(request.getName());
            var outcome = submit(
                    name.site(),
                    new Command.Confirm(
                            Requests.key(request, request.getRequestId()),
                            name.reservation(),
                            request.getEtag(),
                            request.hasLease() ? Optional.of(Numbers.duration(request.getLease())) : Optional.empty()));
            return ConfirmReservationResponse.newBuilder()
                    .setReservation(ReservationMessages.toProto(name.site(), changed(outcome)))
                    .setRevision(outcome.revision())
                    .build();
        });
    }

    @Override
    public void renewReservation(RenewReservationRequest request, StreamObserver<RenewReservationResponse> out) {
        dispatcher.dispatch(out, () -> {
            Names.ReservationName name = Names.reservation(request.getName());
            var outcome = submit(
                    name.site(),
                    new Command.Renew(
                            Requests.key(request, request.getRequestId()),
                            name.reservation(),
                            request.getEtag(),
                            Numbers.duration(request.getLease())));
            return RenewReservationResponse.newBuilder()
                    .setReservation(ReservationMessages.toProto(name.site(), changed(outcome)))
                    .setRevision(outcome.revision())
                    .build();
        });
    }

    @Override
    public void resizeReservation(ResizeReservationRequest request, StreamObserver<ResizeReservationResponse> out) {
        dispatcher.dispatch(out, () -> {
            Names.ReservationName name = Names.reservation(request.getName());
            var outcome = submit(
                    name.site(),
                    new Command.Resize(
                            Requests.key(request, request.getRequestId()),
                            name.reservation(),
                            request.getEtag(),
                            DemandMessages.load(request),
                            request.getValidateOnly(),
                            caller()));
            var response = ResizeReservationResponse.newBuilder()
                    .setReservation(ReservationMessages.toProto(name.site(), changed(outcome)))
                    .setRevision(outcome.revision());
            ((Change.OfReservation) outcome.change())
                    .next()
                    .ifPresent(next -> response.setBinding(DemandMessages.toProto(next)));
            return response.build();
        });
    }

    @Override
    public void releaseReservation(ReleaseReservationRequest request, StreamObserver<ReleaseReservationResponse> out) {
        dispatcher.dispatch(out, () -> {
            Names.ReservationName name = Names.reservation(request.getName());
            var outcome = submit(
                    name.site(),
                    new Command.Release(
                            Requests.key(request, request.getRequestId()), name.reservation(), request.getEtag()));
            return ReleaseReservationResponse.newBuilder()
                    .setReservation(ReservationMessages.toProto(name.site(), changed(outcome)))
                    .setRevision(outcome.revision())
                    .build();
        });
    }

    private static Reservation changed(dev.emplace.power.domain.reservation.Outcome outcome) {
        return ((Change.OfReservation) outcome.change()).reservation();
    }

    @Override
    public void getReservation(GetReservationRequest request, StreamObserver<GetReservationResponse> out) {
        dispatcher.dispatch(out, () -> {
            Names.ReservationName name = Names.reservation(request.getName());
            Found found = reservations.find(name.site(), name.reservation());
            MinRevision.check(found.revision(), request.getMinRevision());
            return GetReservationResponse.newBuilder()
                    .setReservation(MeteredMessages.with(
                            ReservationMessages.toProto(name.site(), found, caller()),
                            metering.ofReservations(name.site(), List.of(name.reservation()))))
                    .setRevision(found.revision())
                    .build();
        });
    }

    @Override
    public void findReservation(FindReservationRequest request, StreamObserver<FindReservationResponse> out) {
        dispatcher.dispatch(out, () -> {
            Created created = reservations.created(Requests.uuid(request.getRequestId()));
            return FindReservationResponse.newBuilder()
                    .setReservation(ReservationMessages.toProto(created.site(), created.found(), caller()))
                    .setRevision(created.found().revision())
                    .build();
        });
    }

    @Override
    public void listReservations(ListReservationsRequest request, StreamObserver<ListReservationsResponse> out) {
        dispatcher.dispatch(out, () -> list(request));
    }

    private ListReservationsResponse list(ListReservationsRequest request) {
        Page page = Page.of(request, USUAL_PAGE, LARGEST_PAGE);
        String site = Names.siteId(request.getParent(), "parent");
        Listing listing = reservations.list(
                site,
                request.getStatesList().stream().map(ReservationMessages::state).collect(Collectors.toSet()),
                page.after(),
                page.size() + 1);
        MinRevision.check(listing.revision(), request.getMinRevision());
        List<Reservation> shown =
                listing.reservations().stream().limit(page.size()).toList();
        var metered = metering.ofReservations(
                site, shown.stream().map(Reservation::id).toList());
        boolean more = listing.reservations().size() > page.size();
        return ListReservationsResponse.newBuilder()
                .addAllReservations(shown.stream()
                        .map(reservation ->
                                MeteredMessages.with(ReservationMessages.toProto(site, reservation), metered))
                        .toList())
                .setNextPageToken(more ? page.next(shown.get(shown.size() - 1).id()) : "")
                .setRevision(listing.revision())
                .build();
    }
}
