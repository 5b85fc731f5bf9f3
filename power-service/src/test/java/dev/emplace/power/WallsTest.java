package dev.emplace.power;

import dev.emplace.testkit.walls.ServiceWalls;
import org.junit.jupiter.api.Test;

class WallsTest {
    @Test
    void packagesKeepTheirWalls() {
        ServiceWalls.check("dev.emplace.power");
    }
}
