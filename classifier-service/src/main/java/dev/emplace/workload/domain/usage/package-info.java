/** What a series of load says of a workload: how it varies, and what part of it a commitment could carry. */
@NullMarked
package dev.emplace.workload.domain.usage;

import org.jspecify.annotations.NullMarked;
