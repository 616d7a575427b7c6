import { buildSync } from 'esbuild';

/** Bundles a TypeScript file into one that Node runs by itself: for tests that need many processes, each started quickly. */
export function bundle(entryPoint: string, outfile: string): string {
	buildSync({ entryPoints: [entryPoint], outfile, bundle: true, platform: 'node', format: 'cjs', logLevel: 'error' });
	return outfile;
}
