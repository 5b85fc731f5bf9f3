/** What is replayed: workloads, the market, machines, policies and their bills. No I/O, no protobuf. */
@NullMarked
package dev.emplace.replay.domain;

import org.jspecify.annotations.NullMarked;
