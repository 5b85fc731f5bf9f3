package dev.emplace.platform.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.reflect.ClassPath;
import com.google.common.reflect.ClassPath.ClassInfo;
import com.google.protobuf.Descriptors.MethodDescriptor;
import dev.emplace.api.access.v1.Role;
import dev.emplace.platform.echo.v1.EchoServiceGrpc;
import io.grpc.ServiceDescriptor;
import io.grpc.protobuf.ProtoMethodDescriptorSupplier;
import java.io.IOException;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Walks every method of every service that the contracts hold, found by the classes generated from them. */
class MethodRolesTest {

    @ParameterizedTest
    @MethodSource("contractMethods")
    void everyMethodDeclaresARole(MethodDescriptor method) {
        assertThat(MethodRoles.of(method)).isNotIn(Role.ROLE_UNSPECIFIED, Role.UNRECOGNIZED);
    }

    @ParameterizedTest
    @MethodSource("contractMethods")
    void everyMethodHasARequestAndAResponseNamedAfterIt(MethodDescriptor method) {
        assertThat(method.getInputType().getName()).isEqualTo(method.getName() + "Request");
        assertThat(method.getOutputType().getName()).isEqualTo(method.getName() + "Response");
    }

    @Test
    void noTwoMethodsShareAMessage() throws Exception {
        Set<String> seen = new HashSet<>();
        contractMethods()
                .flatMap(method -> Stream.of(method.getInputType(), method.getOutputType()))
                .forEach(type -> assertThat(seen.add(type.getFullName()))
                        .as(type.getFullName())
                        .isTrue());
    }

    @Test
    void methodWithoutARoleAdmitsNobody() {
        assertThat(MethodRoles.of(EchoServiceGrpc.getEchoMethod())).isEqualTo(Role.ROLE_UNSPECIFIED);
    }

    @Test
    void theWalkFindsEveryDomain() throws Exception {
        assertThat(contractMethods().map(method -> method.getFile().getPackage()))
                .contains("emplace.pricing.v1", "emplace.power.v1", "emplace.workload.v1");
    }

    static Stream<MethodDescriptor> contractMethods() throws IOException {
        return ClassPath.from(MethodRolesTest.class.getClassLoader())
                .getTopLevelClassesRecursive("dev.emplace.api")
                .stream()
                .filter(generated -> generated.getSimpleName().endsWith("Grpc"))
                .map(MethodRolesTest::service)
                .flatMap(service -> service.getMethods().stream())
                .map(method -> (ProtoMethodDescriptorSupplier) Objects.requireNonNull(method.getSchemaDescriptor()))
                .map(ProtoMethodDescriptorSupplier::getMethodDescriptor);
    }

    private static ServiceDescriptor service(ClassInfo generated) {
        try {
            return (ServiceDescriptor)
                    generated.load().getMethod("getServiceDescriptor").invoke(null);
        } catch (ReflectiveOperationException missing) {
            throw new LinkageError(generated + " is no generated gRPC class", missing);
        }
    }
}
