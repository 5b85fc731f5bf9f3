/** The catalog that ships with the service: YAML files in resources, checked as a whole before anything is published. */
@NullMarked
package dev.emplace.pricing.ingest.bundled;

import org.jspecify.annotations.NullMarked;
