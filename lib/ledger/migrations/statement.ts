/** SQL that every engine understands, or what it is on each of them. */
export type Statement = string | { readonly sqlite: string };
