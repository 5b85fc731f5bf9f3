package dev.emplace.power.domain.draw;

/**
 * Everything in a machine but its accelerators, behind the power supplies: processors, memory, network, fans.
 *
 * @param idleWatts while the accelerators idle
 * @param fullWatts while they run at their TDP; between the two it rises with their power
 * @param maxWatts the most, fans at full speed
 */
public record HostDraw(double idleWatts, double fullWatts, double maxWatts) {
    double at(double loadFraction) {
        return idleWatts + (fullWatts - idleWatts) * Math.min(1, loadFraction);
    }

    HostDraw shifted(double watts) {
        return new HostDraw(
                Math.max(0, idleWatts + watts), Math.max(0, fullWatts + watts), Math.max(0, maxWatts + watts));
    }
}
