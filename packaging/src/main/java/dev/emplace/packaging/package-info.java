/**
 * Gives what Quarkus generates the same bytes in every build of a commit. Quarkus 3.33 numbers values in the order in
 * which its threads come by, and writes lists in the order of hashes; here the numbers follow from what they name, and
 * the lists are sorted. Whatever is not of a known shape fails the build.
 */
@NullMarked
package dev.emplace.packaging;

import org.jspecify.annotations.NullMarked;
