/** Server reflection that reads like documentation. */
@NullMarked
package dev.emplace.platform.reflection;

import org.jspecify.annotations.NullMarked;
