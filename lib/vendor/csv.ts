// papaparse, inlined into this one file by the build.
export { parse, unparse } from 'papaparse';
