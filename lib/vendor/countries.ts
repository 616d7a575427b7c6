// iso-3166, inlined into this one file by the build.
export { iso31661Alpha3ToAlpha2 as alpha2OfAlpha3 } from 'iso-3166';
