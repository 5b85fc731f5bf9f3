package dev.emplace.platform.watch;

import io.grpc.stub.ServerCallStreamObserver;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A stream whose caller reads as many messages as it is told to. */
final class RecordedStream extends ServerCallStreamObserver<RecordedMessage> {

    final List<RecordedMessage> messages = new ArrayList<>();

    @Nullable
    Throwable error;

    private int mayRead;
    private Runnable onReady = () -> {};
    private Runnable onCancel = () -> {};

    RecordedStream(int mayRead) {
        this.mayRead = mayRead;
    }

    void read(int more) {
        mayRead += more;
        onReady.run();
    }

    void leave() {
        onCancel.run();
    }

    RecordedMessage last() {
        return messages.get(messages.size() - 1);
    }

    List<Entry<String>> changes() {
        return messages.stream().flatMap(message -> message.changes().stream()).toList();
    }

    Throwable cause() {
        return Objects.requireNonNull(Objects.requireNonNull(error).getCause());
    }

    @Override
    public boolean isReady() {
        return mayRead > 0 && error == null;
    }

    @Override
    public void onNext(RecordedMessage message) {
        mayRead--;
        messages.add(message);
    }

    @Override
    public void onError(Throwable thrown) {
        error = thrown;
    }

    @Override
    public void onCompleted() {
        throw new AssertionError("a watch has no end of its own");
    }

    @Override
    public boolean isCancelled() {
        return false;
    }

    @Override
    public void setOnCancelHandler(Runnable handler) {
        onCancel = handler;
    }

    @Override
    public void setOnCloseHandler(Runnable handler) {}

    @Override
    public void setOnReadyHandler(Runnable handler) {
        onReady = handler;
    }

    @Override
    public void setCompression(String compression) {}

    @Override
    public void setMessageCompression(boolean enable) {}

    @Override
    public void request(int count) {}

    @Override
    public void disableAutoInboundFlowControl() {}
}
