package dev.emplace.workload.domain.policy;

import dev.emplace.workload.domain.footprint.Anchor;
import dev.emplace.workload.domain.footprint.Attention;
import dev.emplace.workload.domain.footprint.Mixture;
import dev.emplace.workload.domain.footprint.ModelRow;
import java.util.Set;

/** Reads the shapes of published models. */
final class ModelReader {
    private static final int CACHE_BITS = 16;

    private ModelReader() {}

    static ModelRow model(PolicyNode node) {
        node.only(Set.of(
                "names",
                "parameters",
                "active",
                "experts",
                "active_experts",
                "bits",
                "layers",
                "width",
                "heads",
                "kv_heads",
                "head_dim",
                "window",
                "windowed_layers",
                "pass_gflops",
                "measured"));
        return new ModelRow(
                node.at("names").items().stream().map(PolicyNode::text).toList(),
                (long) node.at("parameters").number(1, 1e15),
                (int) node.at("bits").number(1, 64),
                (int) node.at("layers").number(0, 1e5),
                (int) node.at("width").number(0, 1e7),
                attention(node),
                mixture(node),
                node.has("pass_gflops") ? node.at("pass_gflops").number(0, 1e9) * 1e9 : 0,
                node.items("measured").stream().map(ModelReader::anchor).toList());
    }

    private static Attention attention(PolicyNode node) {
        return new Attention(
                (int) node.at("heads").number(0, 1e5),
                (int) node.at("kv_heads").number(0, 1e5),
                (int) node.at("head_dim").number(0, 1e5),
                count(node, "window"),
                count(node, "windowed_layers"),
                CACHE_BITS);
    }

    private static Mixture mixture(PolicyNode node) {
        return new Mixture(
                (long) node.at("active").number(1, 1e15), count(node, "experts"), count(node, "active_experts"));
    }

    private static int count(PolicyNode node, String key) {
        return node.has(key) ? (int) node.at(key).number(0, 1e9) : 0;
    }

    private static Anchor anchor(PolicyNode node) {
        node.only(Set.of("on", "tflops", "gb_per_s", "p99_ms"));
        return new Anchor(
                node.at("on").text(),
                node.at("tflops").number(1e-3, 1e6) * 1e12,
                node.at("gb_per_s").number(1e-3, 1e6) * 1e9,
                node.at("p99_ms").number(1e-6, 1e9));
    }
}
