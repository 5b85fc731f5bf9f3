/** The server of our services without a service: what a call costs that needs no work. */
@NullMarked
package dev.emplace.bench.echo;

import org.jspecify.annotations.NullMarked;
