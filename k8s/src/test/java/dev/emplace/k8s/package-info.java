/** Reads the manifests, from the files or as kustomize renders them, and holds them against the rules. */
@NullMarked
package dev.emplace.k8s;

import org.jspecify.annotations.NullMarked;
