/** What is measured from outside: databases and services as processes of their own, each on its core. */
@NullMarked
package dev.emplace.bench.stack;

import org.jspecify.annotations.NullMarked;
