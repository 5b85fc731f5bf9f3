package dev.emplace.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emplace.k8s.rules.ResolvedNames;
import dev.emplace.k8s.rules.Rule;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The overlays from their files, and, where a folder is given, as kustomize renders them. */
class OverlaysTest {

    static Stream<Landscape> rendered() {
        String folder = System.getProperty("emplace.rendered", "");
        return folder.isBlank()
                ? Stream.of()
                : Stream.of("dev", "prod").map(name -> Landscape.rendered(Path.of(folder, name + ".yaml")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "prod"})
    void overlayKeepsEachRule(String overlay) {
        assertThat(faults(Landscape.ofFiles(overlay))).isEmpty();
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("rendered")
    void whatKustomizeRendersKeepsEachRule(Landscape landscape) {
        assertThat(landscape.objects()).hasSizeGreaterThan(20);
        assertThat(faults(landscape)).isEmpty();
    }

    @Test
    void productionIsNeverWithoutAuthenticationAndEncryption() {
        Landscape prod = Landscape.ofFiles("prod");

        assertThat(prod.all("ConfigMap"))
                .isNotEmpty()
                .allSatisfy(map -> assertThat(map.at("data").fields().keySet())
                        .contains(
                                "EMPLACE_AUTH_ISSUERS_KUBERNETES_URL",
                                "EMPLACE_TLS_CERTIFICATE_FILE",
                                "EMPLACE_TLS_KEY_FILE"));
        assertThat(prod.all("ConfigMap"))
                .allMatch(map -> map.at("data", "EMPLACE_AUTH_MODE").is("required"))
                .noneMatch(map -> map.at("data").fields().keySet().stream().anyMatch(key -> key.contains("OUTSIDE")));
    }

    @Test
    void productionMountsWhatItsSettingsName() {
        Stream<String> files = Landscape.ofFiles("prod")
                .all("ConfigMap")
                .flatMap(map -> map.at("data").fields().values().stream())
                .flatMap(value -> value.text().stream())
                .filter(value -> value.startsWith("/var/run/"));

        assertThat(files.map(file -> file.substring(0, file.lastIndexOf('/'))).distinct())
                .isNotEmpty()
                .allSatisfy(folder -> assertThat(Landscape.ofFiles("prod").patches().stream()
                                .filter(patch -> patch.kind().equals("Deployment")))
                        .hasSize(3)
                        .allMatch(patch -> patch.at("spec", "template", "spec", "containers")
                                .each()
                                .flatMap(container ->
                                        container.at("volumeMounts").each())
                                .anyMatch(mount -> mount.at("mountPath").is(folder))));
    }

    @Test
    void productionHasTwoReplicasOfEachServiceAtLeast() {
        assertThat(Landscape.ofFiles("prod").all("HorizontalPodAutoscaler"))
                .hasSize(3)
                .allMatch(scaler -> scaler.at("spec", "minReplicas")
                                .text()
                                .map(Integer::parseInt)
                                .orElse(1)
                        >= 2);
    }

    @Test
    void productionBringsNoSecretAndTheGuideNamesThoseItNeeds() {
        assertThat(Landscape.ofFiles("prod").all("Secret")).isEmpty();
        String guide = YamlFile.text(Path.of("README.md"));
        ResolvedNames.GIVEN.forEach(
                (secret, keys) -> assertThat(guide).contains(secret).contains(keys));
    }

    @Test
    void patchWithAFieldThatItsKindLacksIsRefused() {
        Landscape dev = Landscape.ofFiles("dev");
        Manifest patch = new Manifest("patch.yaml", YamlFile.documents("""
                        apiVersion: apps/v1
                        kind: Deployment
                        metadata: {name: pricing-service}
                        spec: {template: {spec: {containers: [{name: pricing-service, imgae: x:1}]}}}
                        """).get(0));

        assertThat(faults(new Landscape(dev.objects(), List.of(patch))))
                .singleElement()
                .hasToString("patch.yaml: Deployment pricing-service: spec.template.spec.containers[0].imgae"
                        + " is no field of a Deployment");
    }

    static Stream<Fault> faults(Landscape landscape) {
        return Rule.ALL.stream().flatMap(rule -> rule.faults(landscape));
    }
}
