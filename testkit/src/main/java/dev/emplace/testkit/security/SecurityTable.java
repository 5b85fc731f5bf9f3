package dev.emplace.testkit.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emplace.api.access.v1.Role;
import dev.emplace.api.access.v1.RoleProto;
import dev.emplace.testkit.grpc.GrpcCalls;
import dev.emplace.testkit.grpc.GrpcError;
import io.grpc.BindableService;
import io.grpc.CallCredentials;
import io.grpc.Channel;
import io.grpc.ManagedChannel;
import io.grpc.MethodDescriptor;
import io.grpc.Status.Code;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.protobuf.ProtoMethodDescriptorSupplier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;

/**
 * What a service that runs {@link Secured} must answer, method by method: every way to come without proof is tried on
 * every method that its descriptors have, and every role on every method.
 */
public final class SecurityTable {

    private static final CallCredentials NONE = SecuredCalls.header();
    private static final List<String> CALLERS = List.of("viewer", "publisher", "reserver", "admin", "nobody");

    private final List<MethodDescriptor<?, ?>> methods;
    private final Path folder = Secured.folder();
    private final TestIssuer issuer = TestIssuer.in(folder);
    private final Map<String, ManagedChannel> channels = new LinkedHashMap<>();

    private SecurityTable(List<MethodDescriptor<?, ?>> methods) {
        this.methods = methods;
    }

    /** Every method of these services, as their descriptors have them. */
    public static SecurityTable of(Iterable<BindableService> services) {
        List<MethodDescriptor<?, ?>> methods = new ArrayList<>();
        services.forEach(service ->
                methods.addAll(service.bindService().getServiceDescriptor().getMethods()));
        assertThat(methods).isNotEmpty();
        return new SecurityTable(methods);
    }

    /** For a {@code @TestFactory}: JUnit closes the stream, and with it the connections. */
    public Stream<DynamicNode> tests() {
        return methods.stream().onClose(this::close).map(method -> (DynamicNode) DynamicContainer.dynamicContainer(
                method.getFullMethodName(),
                Stream.of(proofs(method), roles(method), certificates(method), names(method))
                        .flatMap(tests -> tests)));
    }

    /** Every way to come without a valid token. */
    private Stream<DynamicNode> proofs(MethodDescriptor<?, ?> method) {
        Map<String, CallCredentials> invalid = new LinkedHashMap<>();
        TestIssuer forged = issuer.forged();
        String role = holder(method);
        invalid.put("EXPIRED", SecuredCalls.bearer(issuer.token(role).endsIn(-5).signed()));
        invalid.put(
                "NOT_YET_VALID",
                SecuredCalls.bearer(issuer.token(role).beginsIn(60).signed()));
        invalid.put(
                "AUDIENCE",
                SecuredCalls.bearer(issuer.token(role).audience("other").signed()));
        invalid.put(
                "AUDIENCE of none",
                SecuredCalls.bearer(issuer.token(role).without("aud").signed()));
        invalid.put(
                "UNKNOWN_ISSUER",
                SecuredCalls.bearer(
                        issuer.token(role).issuer("https://evil.test").signed()));
        invalid.put(
                "UNKNOWN_ISSUER of none",
                SecuredCalls.bearer(issuer.token(role).without("iss").signed()));
        invalid.put("SIGNATURE", SecuredCalls.bearer(forged.token(role).signed()));
        invalid.put(
                "UNKNOWN_KEY",
                SecuredCalls.bearer(issuer.token(role).keyId("elsewhere").signed()));
        invalid.put("ALGORITHM none", SecuredCalls.bearer(issuer.token(role).unsigned()));
        invalid.put(
                "ALGORITHM with a shared secret",
                SecuredCalls.bearer(issuer.token(role).signedWithThePublicKeyAsSecret()));
        invalid.put(
                "CLAIMS without a subject",
                SecuredCalls.bearer(issuer.token(role).without("sub").signed()));
        invalid.put(
                "CLAIMS without an expiry",
                SecuredCalls.bearer(issuer.token(role).without("exp").signed()));
        invalid.put("MALFORMED", SecuredCalls.bearer("no.token.atall"));
        invalid.put("MALFORMED without a value", SecuredCalls.header("Bearer "));
        invalid.put("MALFORMED in Basic", SecuredCalls.header("Basic dmlld2VyOnZpZXdlcg=="));
        invalid.put(
                "MALFORMED twice",
                SecuredCalls.header(
                        "Bearer " + issuer.token("nobody").signed(),
                        "Bearer " + issuer.token(role).signed()));
        Stream<DynamicNode> none = Stream.of(DynamicTest.dynamicTest(
                "no token", () -> refused(method, NONE).is(Code.UNAUTHENTICATED, "NO_CREDENTIALS")));
        return Stream.concat(
                none,
                invalid.entrySet().stream()
                        .map(each -> DynamicTest.dynamicTest(each.getKey(), () -> {
                            GrpcError error =
                                    refused(method, each.getValue()).is(Code.UNAUTHENTICATED, "INVALID_CREDENTIALS");
                            assertThat(error.metadata())
                                    .containsEntry("problem", each.getKey().split(" ", -1)[0]);
                        })));
    }

    private Stream<DynamicNode> roles(MethodDescriptor<?, ?> method) {
        return CALLERS.stream()
                .flatMap(caller -> Stream.of(
                        DynamicTest.dynamicTest(
                                "token of " + caller,
                                () -> judged(method, caller, call(plain(), method, bearer(caller)))),
                        DynamicTest.dynamicTest(
                                "certificate of " + caller,
                                () -> judged(method, caller, call(certified(caller), method, NONE)))));
    }

    /** A connection that TLS refuses never becomes a call. */
    private Stream<DynamicNode> certificates(MethodDescriptor<?, ?> method) {
        return Stream.of(
                DynamicTest.dynamicTest("certificate of another CA", () -> notConnected(certified("stranger"), method)),
                DynamicTest.dynamicTest(
                        "certificate that has expired", () -> notConnected(certified("expired"), method)),
                DynamicTest.dynamicTest("plain text", () -> notConnected(inTheClear(), method)));
    }

    /** A method by a name that is nearly its own. */
    private Stream<DynamicNode> names(MethodDescriptor<?, ?> method) {
        String service = Objects.requireNonNull(method.getServiceName());
        String bare = Objects.requireNonNull(method.getBareMethodName());
        return Stream.of(
                        service + "/" + bare.toLowerCase(Locale.ROOT),
                        service + "/" + bare.toUpperCase(Locale.ROOT),
                        service.toUpperCase(Locale.ROOT) + "/" + bare,
                        service + "//" + bare,
                        service + "/" + bare + "/",
                        service + "/" + bare + "%00",
                        "./" + service + "/" + bare)
                .flatMap(name -> {
                    MethodDescriptor<byte[], byte[]> odd = RawCalls.method(name);
                    return Stream.of(
                            DynamicTest.dynamicTest(
                                    "no token for " + name,
                                    () -> refused(odd, NONE).is(Code.UNAUTHENTICATED, "NO_CREDENTIALS")),
                            DynamicTest.dynamicTest(
                                    "a token for " + name,
                                    () -> refused(odd, bearer(holder(method)))
                                            .is(Code.UNIMPLEMENTED, "UNKNOWN_METHOD")));
                });
    }

    /** Whoever holds the role is let in, whatever the method then says of an empty request; others are not. */
    private static void judged(MethodDescriptor<?, ?> method, String caller, GrpcError answer) {
        if (holder(method).equals(caller)) {
            assertThat(answer.code()).as(answer.toString()).isNotIn(Code.UNAUTHENTICATED, Code.PERMISSION_DENIED);
            assertThat(answer.code()).as(answer.toString()).isNotIn(Code.UNAVAILABLE, Code.INTERNAL, Code.UNKNOWN);
        } else {
            answer.is(Code.PERMISSION_DENIED, "ROLE_MISSING");
            assertThat(answer.metadata())
                    .containsEntry("required_role", "ROLE_" + holder(method).toUpperCase(Locale.ROOT));
        }
    }

    private static void notConnected(Channel channel, MethodDescriptor<?, ?> method) {
        GrpcError error = call(channel, method, NONE);
        assertThat(error.code()).as(error.toString()).isEqualTo(Code.UNAVAILABLE);
        assertThat(error.reason()).as("no service answered").isEmpty();
    }

    private GrpcError refused(MethodDescriptor<?, ?> method, CallCredentials credentials) {
        return call(plain(), method, credentials);
    }

    private static GrpcError call(Channel channel, MethodDescriptor<?, ?> method, CallCredentials credentials) {
        return RawCalls.outcome(channel, method.getFullMethodName(), credentials);
    }

    private CallCredentials bearer(String caller) {
        return SecuredCalls.bearer(issuer.token(caller).signed());
    }

    private static String holder(MethodDescriptor<?, ?> method) {
        ProtoMethodDescriptorSupplier contract =
                (ProtoMethodDescriptorSupplier) Objects.requireNonNull(method.getSchemaDescriptor());
        Role role = contract.getMethodDescriptor().getOptions().getExtension(RoleProto.requiredRole);
        assertThat(role).as(method.getFullMethodName()).isNotEqualTo(Role.ROLE_UNSPECIFIED);
        return role.name().replace("ROLE_", "").toLowerCase(Locale.ROOT);
    }

    private Channel plain() {
        return channels.computeIfAbsent("", none -> SecuredCalls.channel(folder));
    }

    private Channel certified(String name) {
        return channels.computeIfAbsent(name, certificate -> SecuredCalls.channel(folder, certificate));
    }

    private Channel inTheClear() {
        return channels.computeIfAbsent(
                " in the clear",
                none -> NettyChannelBuilder.forAddress("localhost", GrpcCalls.port())
                        .usePlaintext()
                        .build());
    }

    private void close() {
        channels.values().forEach(ManagedChannel::shutdownNow);
    }
}
