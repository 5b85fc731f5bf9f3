package dev.emplace.workload.domain.signal;

/** What part of a manifest a fact was read from; rules say which sources they trust. */
public enum Source {
    /** apiVersion and kind of a document, such as {@code ray.io/v1 RayService}. */
    KIND,
    /** A container image. */
    IMAGE,
    /** Command, arguments, entry point or script that runs. */
    COMMAND,
    /** Script that only prepares the machine. */
    SETUP,
    /** Name or value of an environment variable. */
    ENV,
    /** Name of a requested resource. */
    RESOURCE,
    /** Node selector, node name, affinity, toleration or runtime class. */
    PLACEMENT,
    /** Name or label that the author gave. */
    NAME,
    /** Text of a ConfigMap or of configuration embedded in a resource. */
    CONFIG,
    /** Mount, host path or volume. */
    VOLUME,
    /** Key of a mapping. */
    KEY,
    /** Any other value. */
    VALUE
}
