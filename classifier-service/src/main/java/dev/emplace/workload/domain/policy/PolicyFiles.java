package dev.emplace.workload.domain.policy;

import dev.emplace.workload.domain.manifest.InvalidManifestException;
import dev.emplace.workload.domain.manifest.Manifest;
import dev.emplace.workload.domain.manifest.Manifests;
import java.util.Map;
import java.util.Set;

/** Reads policies as operators write them. What is wrong with one, of whatever kind, is an InvalidPolicyException. */
public final class PolicyFiles {
    /** Longest policy in bytes: more than ten times the one that is built in. */
    public static final int MOST_BYTES = 512 << 10;

    private final Manifests manifests;
    private final Set<String> numbers;

    /**
     * @param builtIn the policy that comes with this version: a policy states the numbers that it states, all of them and
     *     no other, since this version reads just these
     */
    public PolicyFiles(Manifests manifests, byte[] builtIn) {
        this.manifests = manifests;
        this.numbers =
                Set.copyOf(PolicyReader.read(manifests.read(builtIn)).numbers().keySet());
    }

    public Policy read(byte[] text) {
        return PolicyReader.read(yaml(text), numbers);
    }

    private Manifest yaml(byte[] text) {
        if (text.length > MOST_BYTES) {
            throw new InvalidPolicyException("", 1, "has " + text.length + " bytes; the limit is " + MOST_BYTES);
        }
        try {
            return manifests.read(text);
        } catch (InvalidManifestException unreadable) {
            Map<String, String> where = unreadable.metadata();
            throw new InvalidPolicyException(
                    where.getOrDefault("path", ""),
                    Integer.parseInt(where.getOrDefault("line", "1")),
                    unreadable.problem());
        }
    }
}
