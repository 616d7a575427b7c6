// The stream of changes that the phone page lives from.
import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { TWILIO_ACCOUNT } from '../../sandbox/accounts';
import { startSandbox, type Sandbox } from '../../sandbox/server';
import { twilioClient } from './clients';

const FROM = TWILIO_ACCOUNT.numbers[0].number;
const PHONE = '+14155550123';

let sandbox: Sandbox;

beforeEach(async () => {
	sandbox = await startSandbox({ port: 0, timing: { sentAfterMs: 1, finalAfterMs: 2 } });
});
afterEach(() => sandbox.stop());

const send = (to: string, body: string) => twilioClient(sandbox).messages.create({ to, from: FROM, body });

interface Listener {
	readonly events: { name: string; data: unknown }[];
	until(name: string): Promise<void>;
	stop(): void;
}

/** Reads the stream as a browser's EventSource does. */
async function listen(): Promise<Listener> {
	const events: Listener['events'] = [];
	const request = get(`${sandbox.url}/_sandbox/events`);
	const [response] = (await once(request, 'response')) as [IncomingMessage];
	expect(response.headers['content-type']).toBe('text/event-stream');
	let text = '';
	response.setEncoding('utf8');
	response.on('data', (chunk: string) => {
		text += chunk;
		const blocks = text.split('\n\n');
		text = blocks.pop() ?? '';
		for (const block of blocks) {
			const [, name, data] = /^event: (\w+)\ndata: (.*)$/s.exec(block) ?? [];
			if (name) events.push({ name, data: JSON.parse(data ?? '') });
		}
	});
	response.on('error', () => undefined);
	return {
		events,
		async until(name) {
			while (!events.some((event) => event.name === name)) await new Promise((resolve) => setTimeout(resolve, 5));
		},
		stop: () => request.destroy(),
	};
}

describe('events', () => {
	const named = (events: { name: string; data: unknown }[], name: string) =>
		events.filter((event) => event.name === name).map(({ data }) => data as { text: string; status: string }[]);

	test('new texts and their changes come gathered, with the latest of each', async () => {
		const page = await listen();
		await Promise.all(Array.from({ length: 30 }, (_, index) => send(PHONE, `Text ${index}`)));
		const latest = () =>
			new Map(
				named(page.events, 'messages')
					.flat()
					.map(({ text, status }) => [text, status]),
			);
		const allDelivered = () => latest().size === 30 && [...latest().values()].every((status) => status === 'delivered');
		while (!allDelivered()) await new Promise((resolve) => setTimeout(resolve, 5));
		expect(named(page.events, 'messages').length).toBeLessThan(15); // of 90 changes
		page.stop();
	});

	test('a flood makes the page load anew instead', async () => {
		const page = await listen();
		await Promise.all(Array.from({ length: 300 }, (_, index) => sandbox.reply(PHONE, `Text ${index}`, FROM)));
		await page.until('reload');
		expect(named(page.events, 'messages').every((batch) => batch.length <= 250)).toBe(true);
		page.stop();
	});

	test('settings come at once and after every change; a reset asks to load anew', async () => {
		const page = await listen();
		await page.until('settings');
		sandbox.setFault({ kind: 'cut' });
		while (named(page.events, 'settings').length < 2) await new Promise((resolve) => setTimeout(resolve, 5));
		expect(named(page.events, 'settings').at(-1)).toMatchObject({ faults: [{ kind: 'cut' }] });
		sandbox.reset();
		await page.until('reload');
		page.stop();
	});

	test('text in an event cannot break out of it', async () => {
		const page = await listen();
		await send(PHONE, 'a\n\nevent: reload\ndata: {}\n\n</script><script>alert(1)</script>');
		await page.until('messages');
		expect(page.events.map(({ name }) => name)).not.toContain('reload');
		expect(named(page.events, 'messages')[0]?.[0]?.text).toBe(
			'a\n\nevent: reload\ndata: {}\n\n</script><script>alert(1)</script>',
		);
		page.stop();
	});
});
