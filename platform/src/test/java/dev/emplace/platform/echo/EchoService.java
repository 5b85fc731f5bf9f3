package dev.emplace.platform.echo;

import dev.emplace.platform.calls.Answers;
import dev.emplace.platform.calls.Dispatcher;
import dev.emplace.platform.echo.v1.EchoRequest;
import dev.emplace.platform.echo.v1.EchoResponse;
import dev.emplace.platform.echo.v1.EchoServiceGrpc;
import dev.emplace.platform.echo.v1.ListEchoesRequest;
import dev.emplace.platform.echo.v1.ListEchoesResponse;
import dev.emplace.platform.echo.v1.StreamEchoesRequest;
import dev.emplace.platform.echo.v1.StreamEchoesResponse;
import dev.emplace.platform.paging.Page;
import dev.emplace.platform.revision.Revisions;
import io.grpc.Context;
import io.grpc.stub.StreamObserver;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.quarkus.grpc.GrpcService;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

@GrpcService
public class EchoService extends EchoServiceGrpc.EchoServiceImplBase {

    private static final int NUMBERS = 10;
    private static final long REVISION = 7;

    private final Dispatcher dispatcher;
    private final Gate gate;

    EchoService(Dispatcher dispatcher, Gate gate) {
        this.dispatcher = dispatcher;
        this.gate = gate;
    }

    @Override
    public void echo(EchoRequest request, StreamObserver<EchoResponse> out) {
        switch (request.getAction()) {
            case ACTION_ANSWER_AFTER_A_WHILE ->
                dispatcher.dispatch(out, () -> {
                    Thread.sleep(300);
                    return text(request.getText());
                });
            case ACTION_BLOCK_UNTIL_RELEASED ->
                dispatcher.dispatch(out, () -> {
                    gate.pass();
                    return text(request.getText());
                });
            case ACTION_REFUSE ->
                dispatcher.dispatch(out, () -> {
                    throw new EchoRefusedException(request.getText());
                });
            case ACTION_THROW_SQL ->
                dispatcher.dispatch(out, () -> {
                    throw sql();
                });
            case ACTION_THROW_SQL_ON_THE_LOOP -> throw new IllegalStateException(sql());
            case ACTION_THROW_ILLEGAL_ARGUMENT_ON_THE_LOOP -> throw new IllegalArgumentException("secret of the house");
            case ACTION_TELL_CONTEXT -> dispatcher.dispatch(out, () -> text(context()));
            case ACTION_TELL_TRACE -> dispatcher.dispatch(out, () -> text(trace()));
            case ACTION_TELL_TRACE_ON_THE_LOOP -> Answers.answer(out, () -> text(trace()));
            case ACTION_REFUSE_BY_ON_ERROR -> out.onError(new EchoRefusedException(request.getText()));
            case ACTION_TELL_ITS_INSIDE -> Answers.answer(out, () -> text(sql().toString()));
            case ACTION_AWAIT_REVISION ->
                dispatcher.dispatch(out, () -> {
                    Revisions.await(() -> REVISION, request.getCount());
                    return text("reached");
                });
            case ACTION_UNSPECIFIED, UNRECOGNIZED -> Answers.answer(out, () -> text(request.getText()));
        }
    }

    @Override
    public void streamEchoes(StreamEchoesRequest request, StreamObserver<StreamEchoesResponse> out) {
        out.onNext(StreamEchoesResponse.newBuilder().setText("first").build());
    }

    @Override
    public void listEchoes(ListEchoesRequest request, StreamObserver<ListEchoesResponse> out) {
        Answers.answer(out, () -> {
            Page page = Page.of(request, 3, 5);
            int first = page.after().map(Integer::parseInt).orElse(0);
            int last = Math.min(NUMBERS, first + page.size());
            return ListEchoesResponse.newBuilder()
                    .addAllNumbers(
                            IntStream.rangeClosed(first + 1, last).boxed().toList())
                    .setNextPageToken(page.next(last == NUMBERS ? "" : Integer.toString(last)))
                    .build();
        });
    }

    private static String context() {
        var deadline = Context.current().getDeadline();
        String remaining = deadline == null ? "none" : Long.toString(deadline.timeRemaining(TimeUnit.MILLISECONDS));
        return remaining + " on "
                + (Thread.currentThread().getName().startsWith("vert.x-eventloop") ? "loop" : "worker");
    }

    private static String trace() {
        SpanContext span = Span.current().getSpanContext();
        return span.getTraceId() + " " + span.getSpanId();
    }

    private static SQLException sql() {
        return new SQLException("relation \"secrets\" does not exist: select password from secrets where id = 1");
    }

    private static EchoResponse text(String text) {
        return EchoResponse.newBuilder().setText(text).build();
    }
}
