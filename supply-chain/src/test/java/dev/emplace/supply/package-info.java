/** Holds what ships against its bill of materials, known advisories and licences. */
@NullMarked
package dev.emplace.supply;

import org.jspecify.annotations.NullMarked;
