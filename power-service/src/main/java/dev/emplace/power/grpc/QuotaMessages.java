package dev.emplace.power.grpc;

import dev.emplace.api.power.v1.AcceleratorCount;
import dev.emplace.api.power.v1.Quota;
import dev.emplace.api.power.v1.QuotaUsage;
import dev.emplace.api.power.v1.SetQuotasRequest;
import dev.emplace.api.power.v1.SetQuotasResponse;
import dev.emplace.platform.errors.InvalidFieldException;
import dev.emplace.power.domain.reservation.Quotas;
import dev.emplace.power.domain.reservation.SiteView;
import dev.emplace.power.domain.reservation.Token;
import dev.emplace.power.domain.reservation.Usage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Quotas between the contract and the domain. */
final class QuotaMessages {
    private QuotaMessages() {}

    static List<dev.emplace.power.domain.reservation.Quota> toDomain(SetQuotasRequest request) {
        Map<String, Integer> seen = new HashMap<>();
        List<dev.emplace.power.domain.reservation.Quota> quotas = new ArrayList<>();
        for (int i = 0; i < request.getQuotasCount(); i++) {
            Quota quota = request.getQuotas(i);
            Integer before = seen.putIfAbsent(quota.getTenant(), i);
            if (before != null) {
                throw new InvalidFieldException(
                        "quotas[" + i + "].tenant",
                        "is \"" + quota.getTenant() + "\", as quotas[" + before + "] is; give each one quota");
            }
            quotas.add(toDomain(quota, "quotas[" + i + "]"));
        }
        return quotas;
    }

    private static dev.emplace.power.domain.reservation.Quota toDomain(Quota quota, String field) {
        Map<String, Long> accelerators = new HashMap<>();
        for (int i = 0; i < quota.getAcceleratorsCount(); i++) {
            AcceleratorCount limit = quota.getAccelerators(i);
            String accelerator = Names.accelerator(limit.getAccelerator());
            if (accelerators.put(accelerator, (long) limit.getCount()) != null) {
                throw new InvalidFieldException(
                        field + ".accelerators[" + i + "].accelerator",
                        "is \"" + limit.getAccelerator() + "\", which is there before");
            }
        }
        return new dev.emplace.power.domain.reservation.Quota(
                quota.getTenant(),
                quota.hasWatts() ? OptionalLong.of(quota.getWatts()) : OptionalLong.empty(),
                accelerators,
                quota.getCallersList());
    }

    static Quotas toDomain(SetQuotasResponse message) {
        String[] etag = message.getEtag().split("-", 2);
        return new Quotas(
                message.getQuotasList().stream()
                        .map(quota -> toDomain(quota, "quotas"))
                        .toList(),
                new Token(Long.parseLong(etag[0]), Long.parseLong(etag[1])));
    }

    /** As it is kept, and answered. */
    static SetQuotasResponse stored(Quotas quotas) {
        return SetQuotasResponse.newBuilder()
                .addAllQuotas(quotas.all().stream().map(QuotaMessages::toProto).toList())
                .setEtag(quotas.token().etag())
                .build();
    }

    private static Quota toProto(dev.emplace.power.domain.reservation.Quota quota) {
        Quota.Builder message = Quota.newBuilder()
                .setTenant(quota.tenant())
                .addAllAccelerators(counts(quota.accelerators()))
                .addAllCallers(quota.callers());
        quota.watts().ifPresent(message::setWatts);
        return message.build();
    }

    static List<QuotaUsage> usages(SiteView view) {
        return view.quotas().all().stream()
                .map(quota -> {
                    Usage usage = view.usage(quota.tenant());
                    return QuotaUsage.newBuilder()
                            .setQuota(toProto(quota))
                            .setUsedWatts(usage.watts())
                            .addAllUsedAccelerators(counts(usage.accelerators()))
                            .build();
                })
                .toList();
    }

    private static List<AcceleratorCount> counts(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(count -> AcceleratorCount.newBuilder()
                        .setAccelerator(count.getKey())
                        .setCount(Math.toIntExact(count.getValue()))
                        .build())
                .toList();
    }
}
