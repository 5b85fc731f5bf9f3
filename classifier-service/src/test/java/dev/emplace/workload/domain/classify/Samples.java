package dev.emplace.workload.domain.classify;

import dev.emplace.workload.domain.manifest.ManifestLimits;
import dev.emplace.workload.domain.policy.Policies;
import dev.emplace.workload.domain.reading.WorkloadReader;
import dev.emplace.workload.domain.workload.Workload;
import dev.emplace.workload.yaml.YamlManifests;
import java.nio.charset.StandardCharsets;

/** Manifests of common shapes, and what they are read as. */
final class Samples {
    static final WorkloadReader READER =
            new WorkloadReader(new Classifier(Policies.shipped()), new YamlManifests(ManifestLimits.DEFAULT));

    static final String LORA = "accelerate, launch, sft.py, --model_name_or_path, meta-llama/Llama-3.1-8B, --use_peft";
    static final String CAPTIONS = "python, batch_inference.py, --input-path, s3://in, --output-path, s3://out";

    static final String SHOP = """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: shop}
            spec: {template: {spec: {containers: [{name: web, image: 'nginx:1.27'}]}}}
            """;

    private Samples() {}

    static Classification read(String manifest, Workload stated) {
        return READER.read(manifest.getBytes(StandardCharsets.UTF_8), stated).classification();
    }

    static WorkloadClass classOf(String manifest, Workload stated) {
        return read(manifest, stated).workloadClass();
    }

    static WorkloadClass classOf(String manifest) {
        return classOf(manifest, Workload.UNKNOWN);
    }

    static String trainer(int replicas, int gpus) {
        return """
                apiVersion: kubeflow.org/v1
                kind: PyTorchJob
                metadata: {name: weather-model}
                spec:
                  pytorchReplicaSpecs:
                    Worker:
                      replicas: %d
                      template:
                        spec:
                          containers:
                            - name: pytorch
                              image: registry.example/weather:3
                              command: [torchrun, train.py, --epochs, "90"]
                              resources: {limits: {nvidia.com/gpu: %d}}
                """.formatted(replicas, gpus);
    }

    static String job(String image, String command, int gpus) {
        return "apiVersion: batch/v1\nkind: Job\nmetadata: {name: j}\nspec:\n" + template(image, command, gpus);
    }

    static String nightly(String command, int gpus) {
        return "apiVersion: batch/v1\nkind: CronJob\nmetadata: {name: n}\nspec:\n  schedule: '0 2 * * *'\n  jobTemplate:\n"
                + "    spec:\n"
                + template("registry.example/ranking:7", command, gpus).indent(4);
    }

    /** A deployment; without accelerators where gpus is 0. */
    static String server(String image, String command, int gpus) {
        return "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: s}\nspec:\n  replicas: 1\n"
                + template(image, command, gpus);
    }

    private static String template(String image, String command, int gpus) {
        String asked = gpus == 0 ? "cpu: 8" : "nvidia.com/gpu: " + gpus;
        return """
                  template:
                    spec:
                      containers:
                        - name: main
                          image: %s
                          command: [%s]
                          resources: {limits: {%s}}
                """.formatted(image, command, asked);
    }
}
