/** Pages of lists, whose tokens are opaque and bound to the filters that they were issued for. */
@NullMarked
package dev.emplace.platform.paging;

import org.jspecify.annotations.NullMarked;
