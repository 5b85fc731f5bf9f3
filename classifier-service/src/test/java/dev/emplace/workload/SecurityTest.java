package dev.emplace.workload;

import dev.emplace.testkit.security.Secured;
import dev.emplace.testkit.security.SecurityTable;
import io.grpc.BindableService;
import io.quarkus.grpc.GrpcService;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

@QuarkusTest
@TestProfile(Secured.class)
class SecurityTest {
    @Inject
    @GrpcService
    Instance<BindableService> services;

    @TestFactory
    Stream<DynamicNode> noMethodAnswersACallerWithoutProofAndRole() {
        return SecurityTable.of(services).tests();
    }
}
