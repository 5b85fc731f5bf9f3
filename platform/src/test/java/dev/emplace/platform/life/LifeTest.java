package dev.emplace.platform.life;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.main.LaunchResult;
import io.quarkus.test.junit.main.QuarkusMainLauncher;
import io.quarkus.test.junit.main.QuarkusMainTest;
import org.junit.jupiter.api.Test;

/** Starts and stops the whole application. */
@QuarkusMainTest
class LifeTest {

    @Test
    void callInFlightIsFinishedBeforeTheServerGoesAndStreamsEndResumably(QuarkusMainLauncher launcher) {
        LaunchResult result = launcher.launch();

        assertThat(result.exitCode()).isZero();
        assertThat(result.getOutput()).contains("slow call: finished");
        assertThat(result.getOutput()).contains("stream: UNAVAILABLE SHUTTING_DOWN");
        assertThat(result.getOutput()).containsSubsequence("health: NOT_SERVING", "health: watch ended");
        assertThat(result.getOutput()).containsSubsequence("health: NOT_SERVING", "slow call: finished");
    }
}
