/** A query takes so many values without trouble: more at once gains nothing. */
const CHUNK = 500;

export function* inChunks<T>(all: readonly T[]): Generator<T[]> {
	for (let start = 0; start < all.length; start += CHUNK) yield all.slice(start, start + CHUNK);
}
