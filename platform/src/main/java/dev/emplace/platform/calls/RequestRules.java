package dev.emplace.platform.calls;

import build.buf.protovalidate.Config;
import build.buf.protovalidate.Validator;
import build.buf.protovalidate.ValidatorFactory;
import build.buf.protovalidate.Violation;
import build.buf.protovalidate.exceptions.CompilationException;
import build.buf.protovalidate.exceptions.ValidationException;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.Message;
import dev.emplace.platform.errors.FieldViolation;
import dev.emplace.platform.errors.InvalidFieldException;
import io.grpc.BindableService;
import io.grpc.ServerMethodDefinition;
import io.grpc.protobuf.ProtoMethodDescriptorSupplier;
import io.quarkus.grpc.GrpcService;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.time.DateTimeException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** The constraints that the contracts put on requests, compiled for every method of this server before it is ready. */
@Singleton
public final class RequestRules {

    /** The rules that every contract uses run as code: interpreted, they took half of the time of a small call. */
    private static final Config RULES =
            Config.newBuilder().setEnableNativeRules(true).build();

    private final CompletableFuture<Validator> validator;

    /** Compiles on a thread of its own, since this is constructed on the event loop and takes about a second. */
    RequestRules(@GrpcService Instance<BindableService> services) {
        List<Descriptor> requests =
                services.stream().flatMap(RequestRules::requestTypes).distinct().toList();
        this.validator = CompletableFuture.supplyAsync(
                () -> warm(compiled(requests), requests), work -> new Thread(work, "emplace-request-rules").start());
    }

    void awaitCompiled(@Observes @Priority(3) StartupEvent start) {
        validator.join();
    }

    /** Throws where a request breaks constraints: for messages that carry the request of a method inside. */
    public void check(Message request) {
        List<FieldViolation> violations = violations(request);
        if (!violations.isEmpty()) {
            throw new InvalidFieldException(violations);
        }
    }

    /** Every field that breaks a constraint; empty where the request may pass. */
    List<FieldViolation> violations(Message request) {
        Validator compiled = validator.getNow(null);
        if (compiled == null) {
            throw new StartingUpException();
        }
        return violations(compiled, request);
    }

    private static List<FieldViolation> violations(Validator validator, Message request) {
        try {
            List<Violation> found = validator.validate(request).getViolations();
            return found.isEmpty()
                    ? List.of()
                    : found.stream().map(BrokenRule::describe).toList();
        } catch (DateTimeException | ArithmeticException unthinkable) {
            var times = OutOfRangeTimes.in(request);
            if (times.isEmpty()) {
                throw unthinkable;
            }
            return times;
        } catch (ValidationException broken) {
            throw new IllegalStateException(
                    "the constraints of " + request.getDescriptorForType().getFullName() + " cannot be checked",
                    broken);
        }
    }

    /** The first validation of a type costs far more than the later ones. */
    private static Validator warm(Validator validator, List<Descriptor> requests) {
        requests.forEach(type -> violations(validator, DynamicMessage.getDefaultInstance(type)));
        return validator;
    }

    private static Validator compiled(List<Descriptor> requests) {
        try {
            return ValidatorFactory.newBuilder().withConfig(RULES).buildWithDescriptors(requests, false);
        } catch (CompilationException broken) {
            throw new IllegalStateException("a constraint in the contracts does not compile", broken);
        }
    }

    private static Stream<Descriptor> requestTypes(BindableService service) {
        return service.bindService().getMethods().stream()
                .map(ServerMethodDefinition::getMethodDescriptor)
                .map(method -> (ProtoMethodDescriptorSupplier) method.getSchemaDescriptor())
                .filter(Objects::nonNull)
                .map(schema -> schema.getMethodDescriptor().getInputType());
    }
}
