/** Makes calls as fast as a server answers them, and little else; and the barest server to answer them. */
@NullMarked
package dev.emplace.bench.load;

import org.jspecify.annotations.NullMarked;
