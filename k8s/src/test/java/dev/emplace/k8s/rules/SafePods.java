package dev.emplace.k8s.rules;

import dev.emplace.k8s.Fault;
import dev.emplace.k8s.Landscape;
import dev.emplace.k8s.Node;
import dev.emplace.k8s.Pod;
import java.util.Set;
import java.util.stream.Stream;

/** Pods that the restricted Pod Security standard admits, and a little more: no writable root, no token, known images. */
final class SafePods implements Rule {

    private static final Set<String> VOLUMES =
            Set.of("configMap", "downwardAPI", "emptyDir", "ephemeral", "persistentVolumeClaim", "projected", "secret");

    @Override
    public Stream<Fault> faults(Landscape landscape) {
        return Stream.concat(
                landscape.pods().stream().flatMap(SafePods::faultsOf),
                landscape
                        .all("Namespace")
                        .flatMap(namespace -> new Expectations(namespace)
                                .equal("restricted", "metadata", "labels", "pod-security.kubernetes.io/enforce")
                                .faults()));
    }

    private static Stream<Fault> faultsOf(Pod pod) {
        Node spec = pod.spec();
        Expectations expected = new Expectations(pod.owner());
        expected.equal("true", spec.at("securityContext", "runAsNonRoot"))
                .equal("RuntimeDefault", spec.at("securityContext", "seccompProfile", "type"))
                .equal("false", spec.at("automountServiceAccountToken"))
                .expect(isUser(spec), spec.at("securityContext", "runAsUser"), "must be a number above 0: not root");
        Stream.of("hostNetwork", "hostPID", "hostIPC")
                .map(spec::at)
                .forEach(shared -> expected.expect(!shared.is("true"), shared, "must not be true"));
        spec.at("volumes")
                .each()
                .forEach(volume -> volume.fields()
                        .forEach((type, node) -> expected.expect(
                                type.equals("name") || VOLUMES.contains(type),
                                node,
                                "is a volume that restricted pods may not have")));
        pod.containers().forEach(container -> container(container, expected));
        return expected.faults();
    }

    private static boolean isUser(Node spec) {
        return spec.at("securityContext", "runAsUser")
                .text()
                .filter(user -> user.matches("[1-9]\\d*"))
                .isPresent();
    }

    private static void container(Node container, Expectations expected) {
        Node security = container.at("securityContext");
        Node user = security.at("runAsUser");
        expected.equal("false", security.at("allowPrivilegeEscalation"))
                .equal("true", security.at("readOnlyRootFilesystem"))
                .expect(!security.at("privileged").is("true"), security.at("privileged"), "must not be true")
                .expect(!user.is("0"), user, "must not be 0: not root")
                .expect(
                        !security.at("runAsNonRoot").is("false"),
                        security.at("runAsNonRoot"),
                        "must not undo that of the pod")
                .expect(
                        security.at("capabilities", "drop").each().anyMatch(dropped -> dropped.is("ALL")),
                        security.at("capabilities", "drop"),
                        "must hold ALL")
                .expect(
                        security.at("capabilities", "add").each().findAny().isEmpty(),
                        security.at("capabilities", "add"),
                        "must be empty");
        Node image = container.at("image");
        expected.expect(
                image.text().filter(SafePods::saysWhich).isPresent(),
                image,
                "is " + image.value() + ": must say which version, by a tag other than latest or by a digest");
    }

    private static boolean saysWhich(String image) {
        String name = image.substring(image.lastIndexOf('/') + 1);
        return name.contains("@sha256:") || (name.contains(":") && !name.endsWith(":latest"));
    }
}
