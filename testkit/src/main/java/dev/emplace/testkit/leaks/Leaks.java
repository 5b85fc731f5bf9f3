package dev.emplace.testkit.leaks;

import io.quarkus.test.junit.callback.QuarkusTestAfterAllCallback;
import io.quarkus.test.junit.callback.QuarkusTestAfterEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestContext;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.assertj.core.api.Assertions;

/** Fails the test during which an answer leaked, whatever the test made of that answer. */
public final class Leaks implements QuarkusTestAfterEachCallback, QuarkusTestAfterAllCallback {

    private static final Queue<String> NOTED = new ConcurrentLinkedQueue<>();

    static void note(String leak) {
        NOTED.add(leak);
    }

    /** The leaks since this was last asked, which then fail no test: for tests of the check itself. */
    public static List<String> take() {
        List<String> taken = new ArrayList<>();
        for (String leak = NOTED.poll(); leak != null; leak = NOTED.poll()) {
            taken.add(leak);
        }
        return taken;
    }

    @Override
    public void afterEach(QuarkusTestMethodContext context) {
        assertNone();
    }

    /** For what is sent after a test, such as the end of a stream. */
    @Override
    public void afterAll(QuarkusTestContext context) {
        assertNone();
    }

    static void assertNone() {
        Assertions.assertThat(take()).as("leaks of the service's inside").isEmpty();
    }
}
