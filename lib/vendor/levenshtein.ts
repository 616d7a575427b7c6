// fastest-levenshtein, inlined into this one file by the build.
export { closest, distance } from 'fastest-levenshtein';
