package dev.emplace.workload.domain.classify;

import static dev.emplace.workload.domain.classify.WorkloadClass.BATCH_INFERENCE;
import static dev.emplace.workload.domain.classify.WorkloadClass.DEVELOPMENT;
import static dev.emplace.workload.domain.classify.WorkloadClass.EDGE_INFERENCE;
import static dev.emplace.workload.domain.classify.WorkloadClass.EXPERIMENTATION;
import static dev.emplace.workload.domain.classify.WorkloadClass.FINE_TUNING;
import static dev.emplace.workload.domain.classify.WorkloadClass.LARGE_MODEL_TRAINING;
import static dev.emplace.workload.domain.classify.WorkloadClass.LOW_LATENCY_INFERENCE;
import static dev.emplace.workload.domain.classify.WorkloadClass.NOT_AI;
import static dev.emplace.workload.domain.classify.WorkloadClass.RECURRING_TRAINING;
import static dev.emplace.workload.domain.classify.WorkloadClass.SUSTAINED_INFERENCE;
import static dev.emplace.workload.domain.classify.WorkloadClass.UNDETERMINED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.emplace.workload.domain.workload.Activity;
import dev.emplace.workload.domain.workload.Facts;
import dev.emplace.workload.domain.workload.Workload;
import org.junit.jupiter.api.Test;

/** Pairs of manifests that differ in the one thing which decides between two rows of the class table. */
class ClassBoundariesTest {
    private static void differ(String one, WorkloadClass is, String other, WorkloadClass otherIs) {
        assertThat(Samples.classOf(one)).as(one).isEqualTo(is);
        assertThat(Samples.classOf(other)).as(other).isEqualTo(otherIs);
    }

    @Test
    void twoNodesOfOneAcceleratorAreLargeAndOneIsNot() {
        differ(Samples.trainer(2, 1), LARGE_MODEL_TRAINING, Samples.trainer(1, 1), UNDETERMINED);
    }

    @Test
    void statesOfAModelBeyondOneMachineMakeAManifestLarge() {
        // 16 bytes a parameter against 8 x 80 GiB: 42.9 billion.
        String four = Samples.trainer(1, 4);
        Facts unknown = Facts.of(Activity.UNKNOWN);
        assertThat(Samples.classOf(four, unknown.parameters(43).known())).isEqualTo(LARGE_MODEL_TRAINING);
        assertThat(Samples.classOf(four, unknown.parameters(42).known())).isEqualTo(UNDETERMINED);
    }

    @Test
    void aScheduleMakesTrainingOnOneAcceleratorRecurring() {
        String nightly = Samples.nightly("torchrun, train.py, --epochs, '3'", 1);
        String once = Samples.job("registry.example/ranking:7", "torchrun, train.py, --epochs, '3'", 1);
        differ(nightly, RECURRING_TRAINING, once, UNDETERMINED);
    }

    @Test
    void aScheduleMakesNeitherFineTuningNorABatchRecurringTraining() {
        assertThat(Samples.classOf(Samples.nightly(Samples.LORA, 8))).isEqualTo(FINE_TUNING);
        assertThat(Samples.classOf(Samples.nightly(Samples.CAPTIONS, 1))).isEqualTo(BATCH_INFERENCE);
    }

    @Test
    void fineTuningIsSoOnOneAcceleratorAndOnFiveHundredAndTwelve() {
        String task = "resources: {accelerators: 'H100:%d'}\nnum_nodes: %d\nrun: |\n  %s\n";
        String lora = "accelerate launch sft.py --model_name_or_path meta-llama/Llama-3.1-70B --use_peft --lora_r 16";
        String scratch = "torchrun pretrain.py --data c4";
        assertThat(Samples.classOf(task.formatted(1, 1, lora))).isEqualTo(FINE_TUNING);
        differ(task.formatted(8, 64, lora), FINE_TUNING, task.formatted(8, 64, scratch), LARGE_MODEL_TRAINING);
    }

    @Test
    void anObjectiveMakesServingLowLatency() {
        String engine = Samples.server("vllm/vllm-openai:v0.9.1", "--model, Qwen/Qwen2.5-7B-Instruct", 1);
        String promised = engine.replace("metadata: {name: s}", "metadata: {name: s, annotations: {ttft: 150ms}}");
        differ(promised, LOW_LATENCY_INFERENCE, engine, SUSTAINED_INFERENCE);
        assertThat(Samples.classOf(
                        engine, Facts.of(Activity.UNKNOWN).within(150).known()))
                .isEqualTo(LOW_LATENCY_INFERENCE);
    }

    @Test
    void aDeviceSelectorMakesServingEdge() {
        String server =
                Samples.server("nvcr.io/nvidia/tritonserver:25.01-py3", "tritonserver, --model-repository=/m", 1);
        String device = server.replace(
                "spec:\n      containers", "spec:\n      nodeSelector: {hardware: jetson-orin}\n      containers");
        assertThat(device).isNotEqualTo(server);
        differ(device, EDGE_INFERENCE, server, SUSTAINED_INFERENCE);
    }

    @Test
    void trainingOnADeviceIsEdgeToo() {
        String trainer = Samples.trainer(2, 1);
        String device = trainer.replace(
                "spec:\n          containers",
                "spec:\n          nodeSelector: {hardware: jetson-orin}\n          containers");
        assertThat(device).isNotEqualTo(trainer);
        differ(device, EDGE_INFERENCE, trainer, LARGE_MODEL_TRAINING);
    }

    @Test
    void aLanguageModelOnCpuIsAiAndAnExporterOnGpuNodesIsNot() {
        String exporter = """
                apiVersion: apps/v1
                kind: DaemonSet
                metadata: {name: exporter}
                spec:
                  template:
                    spec:
                      nodeSelector: {nvidia.com/gpu.present: "true"}
                      tolerations: [{key: nvidia.com/gpu, operator: Exists}]
                      containers:
                        - {name: main, image: 'nvcr.io/nvidia/k8s/dcgm-exporter:4.2', ports: [{containerPort: 9400}]}
                """;
        String llama = Samples.server("ghcr.io/ggml-org/llama.cpp:server", "-m, /models/Qwen2.5-7B-Q4.gguf", 0);
        differ(exporter, NOT_AI, llama, SUSTAINED_INFERENCE);
    }

    @Test
    void aFileThatEndsIsABatchAndAServerOfTheSameEngineIsNot() {
        String model = "--model, meta-llama/Llama-3.1-8B-Instruct";
        String image = "vllm/vllm-openai:v0.9.1";
        differ(
                Samples.job(
                        image,
                        "python3, -m, vllm.entrypoints.openai.run_batch, -i, s3://in.jsonl, -o, s3://out.jsonl, "
                                + model,
                        1),
                BATCH_INFERENCE,
                Samples.server(image, "vllm, serve, " + model, 1),
                SUSTAINED_INFERENCE);
    }

    @Test
    void aTrialUnderAControllerIsAnExperimentAndAloneItIsLarge() {
        String trial = Samples.job("registry.example/vision:1", "torchrun, train.py, --lr, '0.1'", 8);
        String search = """
                apiVersion: kubeflow.org/v1beta1
                kind: Experiment
                metadata: {name: search}
                spec:
                  objective: {type: maximize, goal: 0.99, objectiveMetricName: accuracy}
                  algorithm: {algorithmName: random}
                  maxTrialCount: 12
                  trialTemplate:
                    trialSpec:
                """ + trial.indent(6);
        differ(search, EXPERIMENTATION, trial, LARGE_MODEL_TRAINING);
    }

    @Test
    void acceleratorsAloneAskBackWithAQuestion() {
        Classification answer = Samples.read(Samples.job("registry.example/x:1", "./run", 4), Workload.UNKNOWN);
        assertThat(answer.workloadClass()).isEqualTo(UNDETERMINED);
        assertThat(answer.question()).contains("train", "serve", "batch");
        assertThat(Samples.classOf(Samples.job("registry.example/x:1", "torchrun, train.py", 8)))
                .isEqualTo(LARGE_MODEL_TRAINING);
    }

    @Test
    void aNotebookServerIsDevelopmentAndATrainingOnAsManyAcceleratorsIsNot() {
        differ(
                Samples.server("quay.io/jupyter/pytorch-notebook:cuda12-latest", "start-notebook.py", 8),
                DEVELOPMENT,
                Samples.job("pytorch/pytorch:2.5.1-cuda12.4-cudnn9-runtime", "torchrun, train.py, --epochs, '3'", 8),
                LARGE_MODEL_TRAINING);
    }
}
