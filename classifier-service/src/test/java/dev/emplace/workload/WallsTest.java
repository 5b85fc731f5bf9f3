package dev.emplace.workload;

import dev.emplace.testkit.walls.ServiceWalls;
import org.junit.jupiter.api.Test;

class WallsTest {
    @Test
    void packagesTouchOnlyWhatTheyMay() {
        ServiceWalls.check("dev.emplace.workload");
    }
}
