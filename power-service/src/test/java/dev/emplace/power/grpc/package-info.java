@NullMarked
package dev.emplace.power.grpc;

import org.jspecify.annotations.NullMarked;
