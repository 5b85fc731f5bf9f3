/** What a site is made of: power nodes, feeds, racks and cooling, and the checks that it hangs together. */
@NullMarked
package dev.emplace.power.domain.topology;

import org.jspecify.annotations.NullMarked;
