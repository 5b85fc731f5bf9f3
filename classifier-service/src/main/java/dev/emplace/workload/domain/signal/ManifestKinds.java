package dev.emplace.workload.domain.signal;

import static dev.emplace.workload.domain.signal.ManifestKind.gang;

import dev.emplace.workload.domain.manifest.Node;
import dev.emplace.workload.domain.signal.Count.Role;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The kinds whose fields are known, from their API references as of November 2026. */
final class ManifestKinds {
    private static final String RAY_WORKERS = "workerGroupSpecs[]";
    private static final String KNATIVE = "metadata.annotations.'autoscaling.knative.dev/";

    private static final List<ManifestKind> ROWS = List.of(
            // Kubernetes
            ManifestKind.of("Pod"),
            ManifestKind.of("DaemonSet"),
            ManifestKind.of("Deployment").copies("spec", "replicas"),
            ManifestKind.of("StatefulSet").copies("spec", "replicas"),
            ManifestKind.of("ReplicaSet").copies("spec", "replicas"),
            ManifestKind.of("ReplicationController").copies("spec", "replicas"),
            ManifestKind.of("Job").copies("spec", "parallelism"),
            ManifestKind.of("CronJob")
                    .copies("spec.jobTemplate.spec", "parallelism")
                    .schedule("spec.schedule"),
            gang("JobSet")
                    .members("spec.replicatedJobs[]", "replicas")
                    .members("spec.replicatedJobs[].template.spec", "parallelism"),
            gang("LeaderWorkerSet")
                    .copies("spec", "replicas")
                    .times(Multiplier.of(Role.MEMBERS, "spec.leaderWorkerTemplate", "size")
                            .onto("workerTemplate")
                            .oneLessWith("leaderTemplate")),
            ManifestKind.of("serving.knative.dev Service")
                    .times(scaled("spec.template", KNATIVE + "min-scale'", KNATIVE + "max-scale'")),
            // Kubeflow
            gang("PyTorchJob").members("spec.pytorchReplicaSpecs.*", "replicas"),
            gang("TFJob").members("spec.tfReplicaSpecs.*", "replicas"),
            gang("XGBoostJob").members("spec.xgbReplicaSpecs.*", "replicas"),
            gang("PaddleJob").members("spec.paddleReplicaSpecs.*", "replicas"),
            gang("JAXJob").members("spec.jaxReplicaSpecs.*", "replicas"),
            gang("MPIJob").members("spec.mpiReplicaSpecs.*", "replicas"),
            gang("HyperPodPyTorchJob").members("spec.replicaSpecs[]", "replicas"),
            gang("TrainJob")
                    .members("spec.trainer", "numNodes")
                    .requests("spec.trainer.resourcesPerNode")
                    .model("spec.initializer.model.storageUri")
                    .model("spec.modelConfig.input.storageUri"),
            ManifestKind.of("Notebook"),
            ManifestKind.of("Experiment")
                    .copies("spec", "parallelTrialCount")
                    .members("spec.trialTemplate.trialSpec.spec.*.*", "replicas"),
            ManifestKind.of("ScheduledWorkflow")
                    .schedule("spec.trigger.cronSchedule.cron")
                    .schedule("spec.trigger.periodicSchedule.intervalSecond"),
            ManifestKind.of("CronWorkflow").schedule("spec.schedule").schedule("spec.schedules[]"),
            // Ray
            gang("RayCluster").times(workers("spec." + RAY_WORKERS)).members("spec." + RAY_WORKERS, "numOfHosts"),
            gang("RayJob")
                    .times(workers("spec.rayClusterSpec." + RAY_WORKERS))
                    .members("spec.rayClusterSpec." + RAY_WORKERS, "numOfHosts"),
            ManifestKind.of("RayCronJob")
                    .schedule("spec.schedule")
                    .times(workers("spec.jobTemplate.rayClusterSpec." + RAY_WORKERS)),
            ManifestKind.of("RayService")
                    .times(Multiplier.of(Role.COPIES, "spec.rayClusterConfig." + RAY_WORKERS, "replicas")
                            .between("minReplicas", "maxReplicas"))
                    .members("spec.rayClusterConfig." + RAY_WORKERS, "numOfHosts"),
            // Volcano
            gang("batch.volcano.sh Job").members("spec.tasks[]", "replicas"),
            gang("batch.volcano.sh CronJob")
                    .members("spec.jobTemplate.spec.tasks[]", "replicas")
                    .schedule("spec.schedule"),
            // KServe
            ManifestKind.of("InferenceService")
                    .times(scaled("spec.predictor", "minReplicas", "maxReplicas"))
                    .times(scaled("spec.transformer", "minReplicas", "maxReplicas"))
                    .members("spec.predictor.workerSpec", "size")
                    .model("spec.predictor.model.storageUri")
                    .model("spec.predictor.model.storage.path")
                    .model("spec.predictor.*.storageUri"),
            ManifestKind.of("LLMInferenceService")
                    .times(Multiplier.of(Role.COPIES, "spec", "replicas").onto("template"))
                    .times(Multiplier.of(Role.COPIES, "spec", "replicas").onto("worker"))
                    .copies("spec.prefill", "replicas")
                    .model("spec.model.name")
                    .model("spec.model.uri"),
            ManifestKind.of("InferenceGraph"),
            ManifestKind.of("InferenceModel").model("spec.modelName"),
            ManifestKind.of("VariantAutoscaling").model("spec.modelID"),
            // NVIDIA
            ManifestKind.of("NIMService")
                    .times(Multiplier.of(Role.COPIES, "spec", "replicas")
                            .between("scale.hpa.minReplicas", "scale.hpa.maxReplicas"))
                    .members("spec.multiNode", "size")
                    .model("spec.image.repository"),
            ManifestKind.of("DynamoGraphDeployment")
                    .copies("spec.services.*", "replicas")
                    .members("spec.services.*", "multinode.nodeCount"),
            ManifestKind.of("DynamoComponentDeployment")
                    .copies("spec", "replicas")
                    .members("spec", "multinode.nodeCount"),
            ManifestKind.of("DynamoGraphDeploymentRequest").model("spec.model").model("spec.modelName"),
            // KAITO, AIBrix, Seldon and others that serve
            ManifestKind.of("Workspace")
                    .copies("resource", "count")
                    .instance("resource.instanceType")
                    .model("inference.preset.name")
                    .model("tuning.preset.name"),
            ManifestKind.of("StormService").copies("spec", "replicas").copies("spec.template.spec.roles[]", "replicas"),
            ManifestKind.of("ModelAdapter")
                    .copies("spec", "replicas")
                    .model("spec.baseModel")
                    .model("spec.artifactURL"),
            ManifestKind.of("SeldonDeployment")
                    .copies("spec.predictors[]", "replicas")
                    .model("spec.predictors[].graph.modelUri"),
            ManifestKind.of("mlops.seldon.io Model").copies("spec", "replicas").model("spec.storageUri"),
            ManifestKind.of("VLLMRuntime")
                    .copies("spec", "replicas")
                    .copies("spec.deploymentConfig", "replicas")
                    .model("spec.model.modelURL"),
            ManifestKind.of("kubeai.org Model")
                    .times(scaled("spec", "minReplicas", "maxReplicas"))
                    .model("spec.url"),
            // KubeEdge Sedna
            ManifestKind.of("JointInferenceService")
                    .model("spec.edgeWorker.model.name")
                    .model("spec.cloudWorker.model.name"),
            ManifestKind.of("IncrementalLearningJob")
                    .model("spec.initialModel.name")
                    .model("spec.evalSpec.initialModel.name"),
            ManifestKind.of("FederatedLearningJob"),
            ManifestKind.of("LifelongLearningJob"));

    private static final Map<String, ManifestKind> BY_NAME = byName();

    private ManifestKinds() {}

    /** The kind of a document, where its fields are known. */
    static Optional<ManifestKind> known(Node.Mapping root) {
        String version = root.text("apiVersion");
        int slash = version.indexOf('/');
        String group = slash < 0 ? "" : version.substring(0, slash);
        String kind = root.text("kind");
        ManifestKind own = BY_NAME.get(group + " " + kind);
        return Optional.ofNullable(own == null ? BY_NAME.get(kind) : own);
    }

    private static Multiplier workers(String base) {
        return Multiplier.of(Role.MEMBERS, base, "replicas").between("minReplicas", "maxReplicas");
    }

    private static Multiplier scaled(String base, String least, String most) {
        return Multiplier.of(Role.COPIES, base, "replicas").between(least, most);
    }

    private static Map<String, ManifestKind> byName() {
        Map<String, ManifestKind> kinds = new HashMap<>();
        ROWS.forEach(row -> kinds.put(row.name(), row));
        return Map.copyOf(kinds);
    }
}
