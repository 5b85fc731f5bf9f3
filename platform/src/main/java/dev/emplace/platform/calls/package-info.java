/** What happens to every call on its way in and out: deadline, limits, validation, threads, errors. */
@NullMarked
package dev.emplace.platform.calls;

import org.jspecify.annotations.NullMarked;
