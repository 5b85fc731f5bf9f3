package dev.emplace.workload.config;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.emplace.api.workload.v1.Activity;
import dev.emplace.api.workload.v1.ClassifierServiceGrpc;
import dev.emplace.api.workload.v1.ClassifyRequest;
import dev.emplace.api.workload.v1.GetPolicyRequest;
import dev.emplace.api.workload.v1.GetPolicyResponse;
import dev.emplace.api.workload.v1.PolicyServiceGrpc;
import dev.emplace.api.workload.v1.Workload;
import dev.emplace.testkit.grpc.GrpcCalls;
import dev.emplace.workload.domain.policy.Policies;
import dev.emplace.workload.grpc.FakeSuite;
import io.grpc.ManagedChannel;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The policy lies in a folder as a ConfigMap is mounted: file -> ..data/file, and ..data -> a folder that is replaced. */
@QuarkusTest
@QuarkusTestResource(FakeSuite.class)
@TestProfile(PolicyReloadTest.Mounted.class)
class PolicyReloadTest {
    private static final AtomicInteger MOUNTS = new AtomicInteger();

    @TestHTTPResource(value = "/metrics", management = true)
    URI metrics = URI.create("unset");

    private final ManagedChannel channel = GrpcCalls.channel();

    @BeforeEach
    void restore() {
        publish("first");
        await("first");
    }

    @AfterEach
    void disconnect() {
        channel.shutdownNow();
    }

    private GetPolicyResponse policy() {
        return PolicyServiceGrpc.newBlockingStub(channel).getPolicy(GetPolicyRequest.getDefaultInstance());
    }

    private String versionOfAnAnswer() {
        return ClassifierServiceGrpc.newBlockingStub(channel)
                .classify(ClassifyRequest.newBuilder()
                        .setWorkload(Workload.newBuilder().setActivity(Activity.ACTIVITY_SERVING))
                        .build())
                .getPolicyVersion();
    }

    private void await(String version) {
        Awaitility.await()
                .until(() -> versionOfAnAnswer().equals(version)
                        && policy().getRefusal().isEmpty());
    }

    private static void publish(String version) {
        Mounted.publish(text(version));
    }

    private static String text(String version) {
        return Policies.text().replaceFirst("version: \"[^\"]*\"", "version: \"" + version + "\"");
    }

    @Test
    void aPolicyThatIsMountedAnewJudgesWithoutARestart() {
        publish("second");
        await("second");

        assertThat(policy().getSource()).endsWith("policy.yaml");
        assertThat(policy().getContent().toStringUtf8()).isEqualTo(text("second"));
        assertThat(given().when().get(metrics).asString())
                .contains("emplace_policy_info{version=\"second\"} 1.0")
                .doesNotContain("version=\"first\"");
    }

    @Test
    void aBadPolicyKeepsTheOldOneIsCountedAndSaysWhere() {
        Mounted.publish(text("broken").replace("abstain_below: 0.5", "abstain_below: 5"));

        Awaitility.await().until(() -> !policy().getRefusal().isEmpty());

        assertThat(policy().getRefusal()).contains("line", "abstain_below", "from 0.0 to 1.0", "5.0");
        assertThat(versionOfAnAnswer()).isEqualTo("first");
        String shown = given().when().get(metrics).asString();
        assertThat(shown).contains("emplace_policy_refused 1.0");
        assertThat(shown).containsPattern("emplace_policy_changes_total\\{outcome=\"refused\"} [1-9]");
        publish("mended");
        await("mended");
        assertThat(given().when().get(metrics).asString()).contains("emplace_policy_refused 0.0");
    }

    @Test
    void aPolicyThatIsGoneKeepsTheOldOne() throws IOException {
        Files.delete(Mounted.FOLDER.resolve("..data"));

        Awaitility.await().until(() -> policy().getRefusal().contains("cannot be read"));

        assertThat(versionOfAnAnswer()).isEqualTo("first");
    }

    public static final class Mounted implements QuarkusTestProfile {
        static final Path FOLDER = folder();

        @Override
        public Map<String, String> getConfigOverrides() {
            PolicyReloadTest.publish("first");
            return Map.of(
                    "emplace.policy.file", FOLDER.resolve("policy.yaml").toString(), "emplace.policy.poll", "20ms");
        }

        private static Path folder() {
            try {
                Path folder = Path.of(
                        System.getProperty("java.io.tmpdir"),
                        "emplace-policy-" + ProcessHandle.current().pid());
                Files.createDirectories(folder);
                return folder;
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }

        /** As the kubelet does: a new folder, and one rename. */
        static void publish(String text) {
            try {
                Path version = Files.createDirectory(
                        FOLDER.resolve("..mount" + MOUNTS.incrementAndGet() + "-" + System.nanoTime()));
                Files.writeString(version.resolve("policy.yaml"), text);
                Path link = Files.createSymbolicLink(FOLDER.resolve("..data_tmp"), version.getFileName());
                Files.move(link, FOLDER.resolve("..data"), StandardCopyOption.ATOMIC_MOVE);
                Path file = FOLDER.resolve("policy.yaml");
                if (!Files.isSymbolicLink(file)) {
                    Files.createSymbolicLink(file, Path.of("..data", "policy.yaml"));
                }
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
    }
}
