package dev.emplace.power.domain.draw;

import dev.emplace.power.domain.capacity.MachineDraw;

/** One machine under a workload: accelerators, host and supplies, at a fraction of TDP. */
final class Machine implements MachineDraw {
    private final AcceleratorProfile profile;
    private final int capWatts;

    Machine(AcceleratorProfile profile, int capWatts) {
        this.profile = profile;
        this.capWatts = capWatts;
    }

    /** What the accelerators, the host and the supplies of one machine take. */
    record Share(double accelerators, double host, double supplies) {
        static final Share NOTHING = new Share(0, 0, 0);

        Share plus(Share other, int times) {
            return new Share(
                    accelerators + times * other.accelerators,
                    host + times * other.host,
                    supplies + times * other.supplies);
        }

        double total() {
            return accelerators + host + supplies;
        }

        long watts() {
            return (long) Math.ceil(total());
        }
    }

    /** Wall power = (accelerators + host) / efficiency; those that are not used idle. */
    Share share(int installed, int used, double fraction) {
        return share(installed, used, fraction, 1);
    }

    /** With a host that draws so many times what is usual. */
    Share share(int installed, int used, double fraction, double hostFactor) {
        double load = fraction * used / installed;
        double accelerators = used * watts(fraction) + (double) (installed - used) * profile.idleWatts();
        double host = profile.host().at(load) * hostFactor;
        double efficiency = SupplyEfficiency.TITANIUM.at(load);
        return new Share(accelerators, host, (accelerators + host) * (1 / efficiency - 1));
    }

    private double watts(double fraction) {
        double wanted = profile.tdpWatts() * fraction;
        double capped = capWatts == 0 ? wanted : Math.min(wanted, capWatts);
        return Math.max((double) profile.idleWatts(), capped);
    }

    @Override
    public long peakWatts(int installed, int used) {
        double accelerators = used * watts(profile.peakFraction()) + (double) (installed - used) * profile.idleWatts();
        return (long) Math.ceil((accelerators + profile.host().maxWatts()) / SupplyEfficiency.TITANIUM.full());
    }

    @Override
    public int liquidPercent() {
        return profile.liquidPercent();
    }
}
