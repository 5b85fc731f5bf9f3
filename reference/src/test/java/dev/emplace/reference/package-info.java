/** Writes the references of docs/ from the code and the contracts. */
@NullMarked
package dev.emplace.reference;

import org.jspecify.annotations.NullMarked;
