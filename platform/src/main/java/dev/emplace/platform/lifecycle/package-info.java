/** When a service ends: with its launcher, where that is asked for. */
@NullMarked
package dev.emplace.platform.lifecycle;

import org.jspecify.annotations.NullMarked;
