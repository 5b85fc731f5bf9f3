package dev.emplace.platform.calls;

import com.google.protobuf.Message;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCall.Listener;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.StatusRuntimeException;
import io.quarkus.grpc.GlobalInterceptor;
import jakarta.enterprise.inject.spi.Prioritized;
import jakarta.inject.Singleton;
import java.util.Objects;

/**
 * Innermost around every call of a service: the service sees valid requests only, and what it throws is answered here,
 * before Quarkus would describe it by class name.
 */
@Singleton
@GlobalInterceptor
final class ServiceCalls implements ServerInterceptor, Prioritized {

    private final RequestRules rules;

    ServiceCalls(RequestRules rules) {
        this.rules = rules;
    }

    @Override
    public int getPriority() {
        return Integer.MIN_VALUE;
    }

    @Override
    public <Q, R> Listener<Q> interceptCall(ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
        return new CheckedListener<>(next.startCall(call, headers), call, rules);
    }

    private static final class CheckedListener<Q> extends SimpleForwardingServerCallListener<Q> {

        private final ServerCall<Q, ?> call;
        private final RequestRules rules;
        private boolean answered;

        CheckedListener(Listener<Q> service, ServerCall<Q, ?> call, RequestRules rules) {
            super(service);
            this.call = call;
            this.rules = rules;
        }

        @Override
        public void onMessage(Q message) {
            answeringErrors(() -> {
                rules.check((Message) message);
                super.onMessage(message);
            });
        }

        @Override
        public void onHalfClose() {
            answeringErrors(super::onHalfClose);
        }

        @Override
        public void onReady() {
            answeringErrors(super::onReady);
        }

        @SuppressWarnings("CatchingUnchecked") // a call must be answered whatever the service throws
        private void answeringErrors(Runnable event) {
            if (answered) {
                return;
            }
            try {
                event.run();
            } catch (Throwable thrown) {
                answered = true;
                StatusRuntimeException error = GrpcStatuses.of(thrown);
                call.close(error.getStatus(), Objects.requireNonNull(error.getTrailers()));
            }
        }
    }
}
