package dev.emplace.workload.domain.classify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emplace.workload.domain.manifest.ManifestLimits;
import dev.emplace.workload.domain.policy.Policies;
import dev.emplace.workload.domain.signal.SignalReader;
import dev.emplace.workload.yaml.YamlManifests;
import org.junit.jupiter.api.Test;

/** Each row of the class table, on either side of what decides it. */
class ManifestClassTest {
    private static final Classifier CLASSIFIER = new Classifier(Policies.shipped());

    private static Classification classify(String manifest) {
        return CLASSIFIER.classify(new SignalReader().read(new YamlManifests(ManifestLimits.DEFAULT).read(manifest)));
    }

    private static String server(String extra) {
        return """
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: assistant}
                spec:
                  replicas: 2
                  template:
                    spec:
                      containers:
                        - name: llm
                          image: vllm/vllm-openai:v0.9.1
                          args: [--model, meta-llama/Llama-3.1-70B-Instruct%s]
                          resources: {limits: {nvidia.com/gpu: "4"}}
                """.formatted(extra);
    }

    @Test
    void trainingOnEightAcceleratorsIsLarge() {
        Classification answer = classify(Samples.trainer(1, 8));
        assertThat(answer.workloadClass()).isEqualTo(WorkloadClass.LARGE_MODEL_TRAINING);
        assertThat(answer.derived()).containsEntry("accelerators", 8);
    }

    @Test
    void trainingOnSevenAcceleratorsOfOneNodeAsksBack() {
        Classification answer = classify(Samples.trainer(1, 7));
        assertThat(answer.workloadClass()).isEqualTo(WorkloadClass.UNDETERMINED);
        assertThat(answer.question()).contains("accelerators");
    }

    @Test
    void trainingOnTwoNodesIsLarge() {
        assertThat(classify(Samples.trainer(2, 1)).workloadClass()).isEqualTo(WorkloadClass.LARGE_MODEL_TRAINING);
    }

    @Test
    void trainingWhoseScaleAPlaceholderHidesIsLarge() {
        String manifest = Samples.trainer(1, 7).replace("gpu: 7", "gpu: $GPUS");
        assertThat(classify(manifest).workloadClass()).isEqualTo(WorkloadClass.LARGE_MODEL_TRAINING);
    }

    @Test
    void trainingOnAScheduleIsRecurring() {
        String manifest = """
                apiVersion: batch/v1
                kind: CronJob
                metadata: {name: nightly-ranking}
                spec:
                  schedule: "0 2 * * *"
                  jobTemplate:
                    spec:
                      template:
                        spec:
                          containers:
                            - name: main
                              image: registry.example/ranking:7
                              command: [torchrun, train.py, --epochs, "3"]
                              resources: {limits: {nvidia.com/gpu: 8}}
                """;
        assertThat(classify(manifest).workloadClass()).isEqualTo(WorkloadClass.RECURRING_TRAINING);
        assertThat(classify(manifest.replace("CronJob", "Job").replace("  schedule: \"0 2 * * *\"\n", ""))
                        .workloadClass())
                .isEqualTo(WorkloadClass.LARGE_MODEL_TRAINING);
    }

    @Test
    void servingWithoutAnObjectiveIsSustained() {
        Classification answer = classify(server(""));
        assertThat(answer.workloadClass()).isEqualTo(WorkloadClass.SUSTAINED_INFERENCE);
        assertThat(answer.confidence()).isGreaterThan(0.7);
    }

    @Test
    void servingWithAnObjectiveIsLowLatency() {
        String manifest = server("") + "      annotations: {ttft: 150ms}\n";
        assertThat(classify(manifest).workloadClass()).isEqualTo(WorkloadClass.LOW_LATENCY_INFERENCE);
    }

    @Test
    void servingAdaptersIsNotFineTuning() {
        assertThat(classify(server(", --enable-lora, --lora-modules, sql-lora=/models/sql"))
                        .workloadClass())
                .isEqualTo(WorkloadClass.SUSTAINED_INFERENCE);
    }

    @Test
    void loraOnAPretrainedModelIsFineTuningAtAnyScale() {
        String task = """
                resources: {accelerators: "H100:%d"}
                num_nodes: 4
                run: |
                  tune run lora_finetune_distributed --config llama3_1/70B_lora
                """;
        assertThat(classify(task.formatted(1)).workloadClass()).isEqualTo(WorkloadClass.FINE_TUNING);
        assertThat(classify(task.formatted(8)).workloadClass()).isEqualTo(WorkloadClass.FINE_TUNING);
        String fromScratch = task.formatted(8)
                .replace(
                        "tune run lora_finetune_distributed --config llama3_1/70B_lora",
                        "torchrun train.py --epochs 3");
        assertThat(classify(fromScratch).workloadClass()).isEqualTo(WorkloadClass.LARGE_MODEL_TRAINING);
    }

    @Test
    void hyperParameterControllerIsExperimentationEvenIfItsTrialsAreLarge() {
        String manifest = """
                apiVersion: kubeflow.org/v1beta1
                kind: Experiment
                metadata: {name: search}
                spec:
                  maxTrialCount: 12
                  trialTemplate:
                    trialSpec:
                      spec:
                        template:
                          spec:
                            containers:
                              - name: t
                                image: registry.example/vision:1
                                command: [torchrun, train.py]
                                resources: {limits: {nvidia.com/gpu: 8}}
                """;
        assertThat(classify(manifest).workloadClass()).isEqualTo(WorkloadClass.EXPERIMENTATION);
    }

    @Test
    void notebookIsDevelopment() {
        String manifest = """
                apiVersion: v1
                kind: Pod
                metadata: {name: research}
                spec:
                  containers:
                    - {name: main, image: quay.io/jupyter/pytorch-notebook, resources: {limits: {nvidia.com/gpu: 1}}}
                """;
        assertThat(classify(manifest).workloadClass()).isEqualTo(WorkloadClass.DEVELOPMENT);
        assertThat(classify(manifest.replace("quay.io/jupyter/pytorch-notebook", "registry.example/x"))
                        .workloadClass())
                .isEqualTo(WorkloadClass.UNDETERMINED);
    }

    @Test
    void boundedInputThatEndsIsBatchInference() {
        String manifest = """
                apiVersion: batch/v1
                kind: %s
                metadata: {name: captions}
                spec:
                  template:
                    spec:
                      containers:
                        - name: main
                          image: registry.example/captions:2
                          command: [python, batch_inference.py, --input-path, s3://in, --output-path, s3://out]
                          resources: {limits: {nvidia.com/gpu: 1}}
                """;
        assertThat(classify(manifest.formatted("Job")).workloadClass()).isEqualTo(WorkloadClass.BATCH_INFERENCE);
        assertThat(classify(manifest.formatted("Deployment")).workloadClass())
                .isNotEqualTo(WorkloadClass.BATCH_INFERENCE);
    }

    @Test
    void modelOnADeviceIsEdgeInference() {
        String manifest = """
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: inspection}
                spec:
                  template:
                    spec:
                      nodeSelector: {%s}
                      containers:
                        - {name: main, image: registry.example/yolo:1, command: [python, infer.py, --camera, 'rtsp://hall/1']}
                """;
        assertThat(classify(manifest.formatted("hardware: jetson-orin")).workloadClass())
                .isEqualTo(WorkloadClass.EDGE_INFERENCE);
        assertThat(classify(manifest.formatted("disk: ssd")).workloadClass())
                .isNotEqualTo(WorkloadClass.EDGE_INFERENCE);
    }

    @Test
    void webShopIsNotAi() {
        String manifest = """
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: shop}
                spec:
                  template:
                    spec:
                      containers:
                        - {name: web, image: nginx:1.27}
                        - {name: cache, image: redis:7}
                """;
        Classification answer = classify(manifest);
        assertThat(answer.workloadClass()).isEqualTo(WorkloadClass.NOT_AI);
        assertThat(answer.evidence()).isNotEmpty();
    }

    @Test
    void gpuMetricsExporterIsNotAi() {
        String manifest = """
                apiVersion: apps/v1
                kind: DaemonSet
                metadata: {name: dcgm-exporter}
                spec:
                  template:
                    spec:
                      containers:
                        - {name: exporter, image: nvcr.io/nvidia/k8s/dcgm-exporter:4.2}
                """;
        assertThat(classify(manifest).workloadClass()).isEqualTo(WorkloadClass.NOT_AI);
    }

    @Test
    void languageModelOnCpuIsAi() {
        String manifest = """
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: chat}
                spec:
                  template:
                    spec:
                      containers:
                        - {name: main, image: ghcr.io/ggml-org/llama.cpp:server, args: [-m, /models/m.gguf]}
                """;
        assertThat(classify(manifest).workloadClass()).isEqualTo(WorkloadClass.SUSTAINED_INFERENCE);
    }

    @Test
    void evidenceNamesPathAndLine() {
        Evidence image = classify(server("")).evidence().stream()
                .filter(e -> e.rule().equals("serving-engine-image"))
                .findFirst()
                .orElseThrow();
        assertThat(image.path()).isEqualTo("spec.template.spec.containers[0].image");
        assertThat(image.line()).isEqualTo(10);
        assertThat(image.read()).isEqualTo("vllm/vllm-openai:v0.9.1");
    }

    @Test
    void authorsOrderOfDocumentsDoesNotMatter() {
        String service = "apiVersion: v1\nkind: Service\nmetadata: {name: s}\nspec: {ports: [{port: 80}]}\n";
        assertThat(classify(service + "---\n" + server("")).workloadClass())
                .isEqualTo(classify(server("") + "---\n" + service).workloadClass());
    }

    @Test
    void scriptCommentIsNoEvidence() {
        String task = "resources: {accelerators: A100}\nrun: |\n  # torchrun train.py or vllm serve later\n  ./start\n";
        assertThat(classify(task).workloadClass()).isEqualTo(WorkloadClass.UNDETERMINED);
    }
}
