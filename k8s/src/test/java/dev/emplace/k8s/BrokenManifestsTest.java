package dev.emplace.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.emplace.k8s.rules.Rule;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A copy of what production deploys, with one thing broken: the fault names the object, the field and the problem. */
class BrokenManifestsTest {

    private static final String POD = "spec/template/spec";

    /** An empty value takes the field away. */
    @ParameterizedTest(name = "{0} {1}: {2} = {3}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        Deployment | pricing-service | POD/containers/0/imagePullPolcy | "Always" | imagePullPolcy is no field of a Deployment
        Deployment | power-service | POD/hostname2 | "x" | spec.template.spec.hostname2 is no field
        Deployment | pricing-service | POD/terminationGracePeriodSeconds | "30" | where the model has 30
        Deployment | pricing-service | spec/replicas | "two" | has a value of a wrong type
        Deployment | pricing-service | apiVersion | "app/v1" | is a name mistyped?
        Deployment | pricing-service | POD/containers/0/name | | The required field `name` is not found
        Job | power-service-migration | spec/template | | The required field `template` is not found
        Deployment | pricing-service | POD/containers/0/image | "emplace/pricing-service:latest" | must say which version
        Deployment | pricing-service | POD/containers/0/image | "emplace/pricing-service" | must say which version
        Deployment | pricing-service | POD/securityContext/runAsNonRoot | false | must be true
        Deployment | pricing-service | POD/securityContext/runAsUser | 0 | not root
        Deployment | pricing-service | POD/containers/0/securityContext/runAsUser | 0 | not root
        Deployment | pricing-service | POD/containers/0/securityContext/readOnlyRootFilesystem | | must be true
        Deployment | pricing-service | POD/containers/0/securityContext/allowPrivilegeEscalation | true | must be false
        Deployment | pricing-service | POD/containers/0/securityContext/privileged | true | must not be true
        Deployment | pricing-service | POD/containers/0/securityContext/capabilities | {"drop": ["NET_RAW"]} | must hold ALL
        Deployment | pricing-service | POD/containers/0/securityContext/capabilities/add | ["NET_ADMIN"] | must be empty
        Deployment | pricing-service | POD/securityContext/seccompProfile | | must be RuntimeDefault
        Deployment | pricing-service | POD/automountServiceAccountToken | | must be false
        Deployment | pricing-service | POD/hostNetwork | true | must not be true
        Deployment | pricing-service | POD/volumes/0 | {"name": "tmp", "hostPath": {"path": "/"}} | restricted pods may not have
        Namespace | emplace | metadata/labels | {} | must be restricted
        Deployment | pricing-service | POD/containers/0/resources/limits | | limits.memory is not set
        Job | pricing-service-migration | POD/containers/0/resources/requests/cpu | | requests.cpu is not set
        Deployment | pricing-service | POD/containers/0/startupProbe | | startupProbe is not set
        Deployment | pricing-service | POD/containers/0/livenessProbe/httpGet/port | "managment" | no such port
        Deployment | pricing-service | POD/containers/0/volumeMounts/0/name | "temp" | names no volume
        Deployment | pricing-service | POD/containers/0/envFrom/0/configMapRef/name | "settings" | names no ConfigMap
        Deployment | pricing-service | POD/containers/0/env/2/valueFrom/secretKeyRef/key | "jdbc-url" | names no key of a Secret
        Deployment | pricing-service | POD/serviceAccountName | "price-service" | names no ServiceAccount
        Deployment | pricing-service | spec/selector/matchLabels | {"app.kubernetes.io/part-of": "emplace"} | and no other
        Deployment | pricing-service | POD/topologySpreadConstraints/0/labelSelector/matchLabels | {"app": "x"} | does not pick the pods that it spreads
        Service | pricing-service | spec/selector | {"app": "pricing-service"} | picks no pod
        Service | pricing-service-headless | spec/ports/0/targetPort | "h2c" | no such port
        PodDisruptionBudget | pricing-service | spec/selector/matchLabels | {"app": "x"} | picks no pod
        HorizontalPodAutoscaler | pricing-service | spec/scaleTargetRef/name | "prices" | names no Deployment
        NetworkPolicy | pricing-service | spec/podSelector/matchLabels | {"app": "x"} | picks no pod
        NetworkPolicy | pricing-service | spec/ingress/0/ports/0/port | 9111 | no such port
        NetworkPolicy | classifier-service | spec/egress/0/ports/0/port | 9103 | no such port
        NetworkPolicy | classifier-service | spec/egress/1/to/0/podSelector/matchLabels | {"app": "x"} | picks no pod
        Deployment | classifier-service | POD/containers/0/env/0/name | "EMPLACE_PRICING_ADRESS" | no setting of classifier-service
        Deployment | pricing-service | POD/containers/0/env/0/name | "EMPLACE_POWER_ADDRESS" | no setting of pricing-service
        Deployment | pricing-service | POD/containers/0/env/0/name | "QUARKUS_FLYWAY_MIGRATE_AT_STRAT" | no setting of pricing-service
        ConfigMap | emplace-settings | data/QUARKUS_DATASOURCE_DB_KIND | "h2" | fixed when the service is built
        ConfigMap | emplace-settings | data/EMPLACE_LIMITS_CONNECTION_AGE | "five minutes" | would not start
        ConfigMap | emplace-settings | data/QUARKUS_SHUTDOWN_DELAY | "25s" | must exceed the delay and the drain, together 35 s
        """)
    void brokenCopyIsFound(String kind, String name, String field, String value, String problem) {
        Landscape copy = Landscape.ofFiles("prod");
        Manifest broken = copy.all(kind)
                .filter(object -> object.name().equals(name))
                .findFirst()
                .orElseThrow();

        set(broken.json(), field.replace("POD", POD).split("/"), value);

        assertThat(Rule.ALL.stream().flatMap(rule -> rule.faults(copy)).map(Fault::toString))
                .anyMatch(fault -> fault.startsWith("k8s/base/") && fault.contains(problem));
    }

    private static void set(JsonElement root, String[] path, @Nullable String value) {
        JsonElement at = root;
        for (int i = 0; i < path.length - 1; i++) {
            at = at.isJsonArray()
                    ? at.getAsJsonArray().get(Integer.parseInt(path[i]))
                    : at.getAsJsonObject().get(path[i]);
        }
        String last = path[path.length - 1];
        if (at.isJsonArray()) {
            at.getAsJsonArray().set(Integer.parseInt(last), JsonParser.parseString(value));
        } else if (value == null) {
            at.getAsJsonObject().remove(last);
        } else {
            JsonObject object = at.getAsJsonObject();
            object.add(last, JsonParser.parseString(value));
        }
    }
}
