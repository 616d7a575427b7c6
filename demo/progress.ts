import type { WriteStream } from 'node:tty';

/** Shows what a step is doing right now, beside its seconds. */
export type ShowDetail = (detail: string) => void;

export interface Progress {
	/** Runs one step and shows how long it has been going on. A failure is shown and passed on. */
	step<T>(title: string, work: (show: ShowDetail) => Promise<T>): Promise<T>;
	line(text: string): void;
}

const SPINNER = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];
const REDRAW_MS = 120;
// Often enough that nobody takes the run for dead, rarely enough for a CI log.
const SIGN_OF_LIFE_MS = 15_000;
// A step that ends sooner than this is not worth two lines of a log.
const ANNOUNCE_AFTER_MS = 1_000;

/** Progress on a terminal (one line that keeps moving) or, where the stream is none, as plain lines. */
export function createProgress(stream: Pick<WriteStream, 'write' | 'isTTY' | 'columns'> = process.stderr): Progress {
	const line = (text: string) => void stream.write(`${text}\n`);
	return { line, step: stream.isTTY ? movingStep : plainStep };

	async function movingStep<T>(title: string, work: (show: ShowDetail) => Promise<T>): Promise<T> {
		const started = Date.now();
		let detail = '';
		let frame = 0;
		const draw = () => {
			const text = `${SPINNER[frame++ % SPINNER.length]} ${title} ${seconds(started)}${detail && `, ${detail}`}`;
			stream.write(`\r\x1b[2K${text.slice(0, (stream.columns || 80) - 1)}`);
		};
		const timer = setInterval(draw, REDRAW_MS);
		try {
			const result = await work((text) => (detail = text));
			stream.write(`\r\x1b[2K✓ ${title} ${seconds(started)}\n`);
			return result;
		} catch (error) {
			stream.write(`\r\x1b[2K✗ ${title}: failed after ${seconds(started)}\n`);
			throw error;
		} finally {
			clearInterval(timer);
		}
	}

	async function plainStep<T>(title: string, work: (show: ShowDetail) => Promise<T>): Promise<T> {
		const started = Date.now();
		let detail = '';
		const announcement = setTimeout(() => line(`${title} …`), ANNOUNCE_AFTER_MS);
		const timer = setInterval(() => line(`${title} … ${seconds(started)}${detail && `, ${detail}`}`), SIGN_OF_LIFE_MS);
		try {
			const result = await work((text) => (detail = text));
			line(`${title}: ${seconds(started)}`);
			return result;
		} catch (error) {
			line(`${title}: failed after ${seconds(started)}`);
			throw error;
		} finally {
			clearTimeout(announcement);
			clearInterval(timer);
		}
	}
}

/** Says nothing: for tests. */
export const silentProgress: Progress = {
	step: async (_title, work) => await work(() => {}),
	line: () => {},
};

function seconds(started: number): string {
	const elapsed = (Date.now() - started) / 1000;
	return `${elapsed < 10 ? elapsed.toFixed(1) : Math.round(elapsed)} s`;
}
