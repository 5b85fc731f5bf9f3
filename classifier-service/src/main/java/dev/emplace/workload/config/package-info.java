/** Settings, wiring and start-up checks. */
@NullMarked
package dev.emplace.workload.config;

import org.jspecify.annotations.NullMarked;
