package dev.emplace.platform.calls;

import dev.emplace.platform.errors.Failure;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCall.Listener;
import io.grpc.ServerCallHandler;

/** Lets through requests that could be read, as many as the method takes; refuses the call otherwise. */
final class ReadableCalls<Q, R> implements ServerCallHandler<Q, R> {

    private final ServerCallHandler<Q, R> next;

    ReadableCalls(ServerCallHandler<Q, R> next) {
        this.next = next;
    }

    @Override
    public Listener<Q> startCall(ServerCall<Q, R> call, Metadata headers) {
        GuardedCall<Q, R> guarded = new GuardedCall<>(call);
        return new ReadableListener<>(next.startCall(guarded, headers), guarded);
    }

    private static final class ReadableListener<Q> extends SimpleForwardingServerCallListener<Q> {

        private final GuardedCall<Q, ?> call;
        private final boolean one;
        private int messages;
        private boolean refused;

        ReadableListener(Listener<Q> listener, GuardedCall<Q, ?> call) {
            super(listener);
            this.call = call;
            this.one = call.getMethodDescriptor().getType().clientSendsOneMessage();
        }

        @Override
        public void onMessage(Q message) {
            messages++;
            if ((Object) message instanceof RequestMarshaller.Unreadable unreadable) {
                refuse(unreadable.why());
            } else if (one && messages > 1) {
                refuse(UnreadableRequestException.malformed("the method takes one request message; more were sent"));
            } else if (!refused) {
                super.onMessage(message);
            }
        }

        @Override
        public void onHalfClose() {
            if (one && messages == 0) {
                refuse(UnreadableRequestException.malformed("the method takes one request message; none was sent"));
            } else if (!refused) {
                super.onHalfClose();
            }
        }

        private void refuse(Failure why) {
            refused = true;
            call.refuse(why);
        }
    }
}
