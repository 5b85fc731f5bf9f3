package dev.emplace.cli.option;

import dev.emplace.api.workload.v1.Model;
import dev.emplace.api.workload.v1.Workload;
import dev.emplace.cli.option.Values.Billions;
import picocli.CommandLine.Option;

/** The model that a workload runs or trains. */
final class ModelOptions {

    private final Model.Builder stated = Model.newBuilder();

    @Option(names = "--model", paramLabel = "NAME", description = "the model: meta-llama/Llama-3.1-70B")
    void name(String name) {
        stated.setName(name);
    }

    @Option(
            names = "--parameters",
            converter = Billions.class,
            paramLabel = "BILLIONS",
            description = "parameters of the model, in billions: 70")
    void parameters(long count) {
        stated.setParameterCount(count);
    }

    @Option(names = "--weight-bits", paramLabel = "BITS", description = "bits of one weight: 16, 8, 4")
    void weightBits(int bits) {
        stated.setWeightBits(bits);
    }

    @Option(names = "--layers", paramLabel = "N", description = "layers of the model")
    void layers(int count) {
        stated.setLayerCount(count);
    }

    @Option(names = "--hidden-size", paramLabel = "N", description = "width of its layers")
    void hiddenSize(int size) {
        stated.setHiddenSize(size);
    }

    @Option(names = "--attention-heads", paramLabel = "N", description = "its attention heads")
    void attentionHeads(int count) {
        stated.setAttentionHeadCount(count);
    }

    @Option(names = "--key-value-heads", paramLabel = "N", description = "its heads of keys and values")
    void keyValueHeads(int count) {
        stated.setKeyValueHeadCount(count);
    }

    @Option(
            names = "--pass-flops",
            converter = Values.Whole.class,
            paramLabel = "N",
            description = "floating-point operations of one inference: 8.2e9 for ResNet-50")
    void passFlops(long count) {
        stated.setPassFlops(count);
    }

    @Option(
            names = "--active-parameters",
            converter = Billions.class,
            paramLabel = "BILLIONS",
            description = "parameters that a token touches, of a mixture of experts, in billions: 37")
    void activeParameters(long count) {
        stated.setActiveParameterCount(count);
    }

    @Option(names = "--experts", paramLabel = "N", description = "experts of a layer that a token chooses from")
    void experts(int count) {
        stated.setExpertCount(count);
    }

    @Option(names = "--active-experts", paramLabel = "N", description = "how many of them it touches")
    void activeExperts(int count) {
        stated.setActiveExpertCount(count);
    }

    @Option(names = "--head-dim", paramLabel = "N", description = "width of one attention head")
    void headDim(int width) {
        stated.setHeadDim(width);
    }

    @Option(
            names = "--latent-size",
            paramLabel = "N",
            description = "of latent attention: its rank and rotary part together")
    void latentSize(int size) {
        stated.setLatentSize(size);
    }

    @Option(
            names = "--window-tokens",
            paramLabel = "N",
            description = "tokens that a layer with a sliding window keeps")
    void windowTokens(int count) {
        stated.setWindowTokens(count);
    }

    @Option(names = "--windowed-layers", paramLabel = "N", description = "layers that have such a window")
    void windowedLayers(int count) {
        stated.setWindowedLayerCount(count);
    }

    @Option(names = "--cache-bits", paramLabel = "BITS", description = "bits of a value in the key-value cache: 16, 8")
    void cacheBits(int bits) {
        stated.setCacheBits(bits);
    }

    void addTo(Workload.Builder facts) {
        Model model = stated.build();
        if (!model.equals(Model.getDefaultInstance())) {
            facts.mergeModel(model);
        }
    }
}
