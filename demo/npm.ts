// Runs npm for the demo and keeps what it says for the case that it fails.
import { spawn } from 'node:child_process';
import { delimiter, dirname } from 'node:path';

export interface NpmRun {
	cwd: string;
	env?: Record<string, string>;
	/** Called with each line that npm prints, on whichever stream. */
	onLine?: (line: string) => void;
}

const onWindows = process.platform === 'win32';
const KEPT_LINES = 40;

/** Runs npm and resolves with its standard output; rejects with the end of what it said. */
export async function runNpm(args: string[], { cwd, env = {}, onLine }: NpmRun): Promise<string> {
	const child = spawn(onWindows ? 'npm.cmd' : 'npm', args, {
		cwd,
		env: { ...ownEnvironment(), ...env },
		stdio: ['ignore', 'pipe', 'pipe'],
		shell: onWindows,
	});
	const output: string[] = [];
	const said: string[] = [];
	const listen = (stream: NodeJS.ReadableStream, keep: (text: string) => void) => {
		let rest = '';
		stream.setEncoding('utf8');
		stream.on('data', (text: string) => {
			keep(text);
			const lines = (rest + text).split(/\r?\n/);
			rest = lines.pop() ?? '';
			for (const line of lines.filter(Boolean)) {
				onLine?.(line);
				// One line per request (loglevel http) is for counting, not for reading.
				if (!line.startsWith('npm http')) said.push(line);
				if (said.length > KEPT_LINES) said.shift();
			}
		});
	};
	listen(child.stdout, (text) => output.push(text));
	listen(child.stderr, () => {});
	const status = await new Promise<number | string>((resolve, reject) => {
		child.on('error', (error) => reject(new Error(`npm could not be started: ${error.message}`)));
		child.on('close', (code, signal) => resolve(code ?? signal ?? 'nothing'));
	});
	if (status !== 0) throw new Error(`npm ${args.join(' ')} in ${cwd} ended with ${status}:\n${said.join('\n')}`);
	return output.join('');
}

/**
 * Our environment with this process' Node first on the PATH (npm and install scripts take the first one), and without
 * what "npm start" tells its scripts about our own package.
 */
function ownEnvironment(): NodeJS.ProcessEnv {
	const env = Object.fromEntries(
		Object.entries(process.env).filter(([name]) => !/^(path$|npm_(package|lifecycle|config_local_prefix))/i.test(name)),
	);
	return { ...env, PATH: [dirname(process.execPath), process.env['PATH']].join(delimiter) };
}
