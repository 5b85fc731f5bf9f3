package dev.emplace.workload.clients;

import com.google.protobuf.Message;
import dev.emplace.workload.domain.plan.Original;

/** Another service's answer as a message, which the plan's translation puts back where it belongs. */
public record ProtoOriginal(Message message) implements Original {}
