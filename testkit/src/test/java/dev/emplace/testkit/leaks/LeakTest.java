package dev.emplace.testkit.leaks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LeakTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CLASS_NAME | no value for dev.emplace.power.domain.reservation.SiteBook",
                "CLASS_NAME | java.lang.IllegalStateException: broken",
                "CLASS_NAME | it failed with a NullPointerException",
                "CLASS_NAME | dev/emplace/power/domain/Site cannot be read",
                "CLASS_NAME | OutOfMemoryError",
                "CLASS_NAME | SiteView@1b2c3d4e is not fresh",
                "SQL | could not execute [select r1_0.id,r1_0.state from reservation r1_0]",
                "SQL | INSERT INTO site VALUES (?, ?)",
                "SQL | update site set revision = revision + 1",
                "SQL | ERROR: relation \"site\" does not exist",
                "SQL | duplicate key value violates unique constraint \"site_pkey\"",
                "SQL | SQLState: 08006",
                "SQL | jdbc:postgresql://localhost:5432/power",
                "STACK_TRACE | at dev.emplace.power.Main.main(Main.java:12)",
                "STACK_TRACE | at java.base/java.lang.Thread.run(Unknown Source)",
                "STACK_TRACE | broken in SiteBook.java:48",
                "STACK_TRACE | Caused by: it",
            })
    void isFound(Leak leak, String text) {
        assertThat(Leak.anyIn(text)).map(Leak.Found::leak).contains(leak);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kubeflow.org/v1 PyTorchJob",
                "leaderworkerset.x-k8s.io/v1 LeaderWorkerSet",
                "unknown method emplace.power.v1.CapacityService/AssessCapacity",
                "type.googleapis.com/google.rpc.ErrorInfo",
                "https://docs.nvidia.com/dgx/dgxh100-user-guide/introduction.html",
                "registry.example.com/team/Trainer@sha256:0123456789abcdef",
                "spec.template.spec.containers[0].env[NCCL_IB_DISABLE]",
                "select a smaller model, or allow more accelerators",
                "update the manifest and set the number of GPUs",
            })
    void whatContractsAndManifestsSayIsNone(String text) {
        assertThat(Leak.anyIn(text)).isEmpty();
    }
}
