package dev.emplace.testkit.leaks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.Any;
import com.google.protobuf.UnknownFieldSet;
import com.google.rpc.Code;
import com.google.rpc.DebugInfo;
import dev.emplace.api.pricing.v1.CatalogServiceGrpc;
import dev.emplace.api.pricing.v1.GetOfferRequest;
import dev.emplace.api.pricing.v1.GetOfferResponse;
import dev.emplace.api.pricing.v1.Offer;
import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.protobuf.StatusProto;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server that has the check and says what it should not. */
@SuppressWarnings("NullAway.Init") // JUnit sets the fields
class LeakCheckTest extends CatalogServiceGrpc.CatalogServiceImplBase {

    private static final String CLASS_NAME = "no dev.emplace.power.domain.Site here";
    private static final String SQL = "select id from site where id = 1";
    private static final String FRAME = "at dev.emplace.power.Main.main(Main.java:12)";

    private Server server;
    private ManagedChannel channel;
    private String inside = "";

    @BeforeEach
    void start() throws IOException {
        server = NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .setBinaryLog(new LeakCheck(null))
                .addService(this)
                .build()
                .start();
        channel = NettyChannelBuilder.forAddress("127.0.0.1", server.getPort())
                .usePlaintext()
                .build();
    }

    @AfterEach
    void stop() {
        channel.shutdownNow();
        server.shutdownNow();
        Leaks.take();
    }

    /** By its request: says {@link #inside} in its message, encoded before or not, in its status, or in a detail; or says what it was told. */
    @Override
    public void getOffer(GetOfferRequest request, StreamObserver<GetOfferResponse> out) {
        switch (request.getName()) {
            case "status" -> out.onError(Status.INTERNAL.withDescription(inside).asRuntimeException());
            case "detail" ->
                out.onError(StatusProto.toStatusRuntimeException(com.google.rpc.Status.newBuilder()
                        .setCode(Code.INTERNAL_VALUE)
                        .addDetails(Any.pack(
                                DebugInfo.newBuilder().addStackEntries(inside).build()))
                        .build()));
            case "message" -> answer(out, answer(inside));
            case "encoded" -> answer(out, encoded(answer(inside)));
            default -> answer(out, answer(request.getName()));
        }
    }

    private static void answer(StreamObserver<GetOfferResponse> out, GetOfferResponse answer) {
        out.onNext(answer);
        out.onCompleted();
    }

    private static GetOfferResponse answer(String name) {
        return GetOfferResponse.newBuilder()
                .setOffer(Offer.newBuilder().setName(name))
                .build();
    }

    /** The same on the wire, in fields that the message does not know of. */
    private static GetOfferResponse encoded(GetOfferResponse answer) {
        UnknownFieldSet.Field offer = UnknownFieldSet.Field.newBuilder()
                .addLengthDelimited(answer.getOffer().toByteString())
                .build();
        return GetOfferResponse.newBuilder()
                .setUnknownFields(UnknownFieldSet.newBuilder()
                        .addField(GetOfferResponse.OFFER_FIELD_NUMBER, offer)
                        .build())
                .build();
    }

    @ParameterizedTest
    @ValueSource(strings = {CLASS_NAME, SQL, FRAME})
    void aLeakInAMessageAStatusOrADetailEndsTheCallAndIsNoted(String leak) {
        inside = leak;
        assertLeaks("message");
        assertLeaks("encoded");
        assertLeaks("status");
        assertLeaks("detail");
    }

    @Test
    void whatTheCallerWroteHimselfIsNoLeak() {
        assertThatCode(() -> call(CLASS_NAME)).doesNotThrowAnyException();
        assertThat(Leaks.take()).isEmpty();
    }

    @Test
    void aLeakThatWasNotedFailsTheTestThatRuns() {
        Leaks.note("a leak");

        assertThatThrownBy(Leaks::assertNone).isInstanceOf(AssertionError.class).hasMessageContaining("a leak");
    }

    private void assertLeaks(String where) {
        assertThatThrownBy(() -> call(where))
                .isInstanceOfSatisfying(
                        StatusRuntimeException.class,
                        error -> assertThat(error.getStatus().getCode()).isEqualTo(Status.Code.DATA_LOSS));
        assertThat(Leaks.take()).singleElement().asString().contains("GetOffer leaks", inside);
    }

    private void call(String name) {
        var unused = CatalogServiceGrpc.newBlockingStub(channel)
                .getOffer(GetOfferRequest.newBuilder().setName(name).build());
    }
}
