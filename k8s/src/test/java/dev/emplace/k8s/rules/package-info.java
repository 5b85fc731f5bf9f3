/** What must hold for manifests: the Kubernetes model, safety of pods, references, selectors, settings. */
@NullMarked
package dev.emplace.k8s.rules;

import org.jspecify.annotations.NullMarked;
