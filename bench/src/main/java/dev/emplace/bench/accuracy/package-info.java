/** How near the draw and the overhead of the model come to what was measured, on rows that did not calibrate it. */
@NullMarked
package dev.emplace.bench.accuracy;

import org.jspecify.annotations.NullMarked;
