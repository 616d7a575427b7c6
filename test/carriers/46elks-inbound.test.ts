import { elks46 } from '../../lib/carriers/46elks';
import { type Exchange, type InboundSetting } from '../../lib/carriers/carrier';
import { type WireRequest } from '../../lib/wire';
import { NOW } from './cases';

const CONFIG = elks46.readConfig({ username: 'dummy-username', password: 'dummy-46elks-password' });
const inbound = elks46.inbound as NonNullable<typeof elks46.inbound>;
const OURS = 'https://n8n.example.com/webhook/3c1f/sms?key=a%20b&d';
const THEIRS = 'https://shop.example.com/before';
const NUMBER = '+46766861001';

/** Numbers as https://46elks.com/docs/list-numbers and /configure-number show them; two to a page. */
function account(smsUrl?: string) {
	const number = (id: string, phone: string, more: object = {}) => ({
		id,
		active: 'yes',
		country: 'se',
		number: phone,
		capabilities: ['sms', 'voice', 'mms'],
		mms_url: 'https://shop.example.com/mms',
		...more,
	});
	const numbers: Array<Record<string, unknown>> = [
		number('n1', '+46766861217'),
		number('n2', NUMBER, { active: 'no', sms_url: 'https://shop.example.com/given-back' }),
		number('n3', '+46766861218'),
		number('n57c8f48af76bf986a14f251b35389e8b', NUMBER, smsUrl === undefined ? {} : { sms_url: smsUrl }),
	];
	const requests: WireRequest[] = [];
	const answerTo = ({ method, url, body }: WireRequest): [number, unknown] => {
		const { pathname, searchParams } = new URL(url);
		const one = numbers.find(({ id }) => pathname === `/a1/numbers/${String(id)}`);
		if (method === 'POST' && one) {
			for (const [name, value] of new URLSearchParams(body)) {
				if (value === 'none' || value === ' ') delete one[name];
				else one[name] = value;
			}
		}
		if (one) return [200, one];
		if (pathname !== '/a1/numbers') return [404, 'Not found'];
		const first = Number(searchParams.get('start') ?? 0);
		const next = first + 2 < numbers.length ? { next: String(first + 2) } : {};
		return [200, { data: numbers.slice(first, first + 2), ...next }];
	};
	const exchange: Exchange = async (request) => {
		requests.push(request);
		const [status, body] = answerTo(request);
		return await Promise.resolve({ status, headers: {}, body: JSON.stringify(body), receivedAt: NOW });
	};
	return {
		requests,
		exchange,
		show: () => structuredClone(numbers),
		read: () => inbound.read(NUMBER, CONFIG, exchange),
		write: (setting: InboundSetting) => inbound.write(setting, CONFIG, exchange),
	};
}

const failure = async (work: Promise<unknown>) =>
	await work.then(
		() => undefined,
		(error: { code: string; message: string }) => ({ code: error.code, message: error.message }),
	);

test('what stands at a number is read, over pages, past one that was given back', async () => {
	expect(await account(THEIRS).read()).toEqual({
		place: '46elks n57c8f48af76bf986a14f251b35389e8b',
		label: expect.stringMatching(/^number \+46\*+01$/),
		url: THEIRS,
		rest: {},
	});
});

test.each([
	['a URL', THEIRS],
	['an action', '{"forward":"+46700000000"}'],
	['nothing', undefined],
])('where %s stood, ours is set, and what stood there is put back', async (_what, smsUrl) => {
	const { read, write, show } = account(smsUrl);
	const [before, shown] = [await read(), show()];
	expect(before.url).toBe(smsUrl === THEIRS ? THEIRS : '');
	const ours = { ...before, url: OURS, rest: {} };
	const kept = JSON.parse(JSON.stringify(before)) as InboundSetting;
	for (const setting of [ours, ours]) {
		await write(setting);
		expect(show()[3]).toEqual({ ...shown[3], sms_url: OURS });
	}
	expect(await read()).toMatchObject({ place: before.place, url: OURS });
	for (const setting of [kept, kept]) {
		await write(setting);
		expect(show()).toEqual(shown);
	}
});

test.each(['ACME', '', '72345', '0155512345678'])('the sender %j cannot receive', async (sender) => {
	const { exchange, requests } = account();
	expect(await failure(inbound.read(sender, CONFIG, exchange))).toEqual({
		code: 'bad-config',
		message: expect.stringMatching(/cannot receive.*Choose a phone number/),
	});
	expect(requests).toEqual([]);
});

test('a number of somebody else says what to check, and is not told in full', async () => {
	const error = await failure(inbound.read('+46766869999', CONFIG, account().exchange));
	expect(error).toEqual({
		code: 'bad-config',
		message: expect.stringMatching(/is not of this 46elks account\. Check/),
	});
	expect(error?.message).not.toContain('46766869999');
});

test('a list of numbers that does not end is given up', async () => {
	let asked = 0;
	const endless: Exchange = async () => {
		asked++;
		return await Promise.resolve({ status: 200, headers: {}, body: '{"data":[],"next":"again"}', receivedAt: NOW });
	};
	expect(await failure(inbound.read(NUMBER, CONFIG, endless))).toMatchObject({ code: 'bad-config' });
	expect(asked).toBe(10);
});

test('a place of another carrier is refused', async () => {
	const { write, requests } = account();
	const setting = { place: 'twilio PN1', label: '', url: OURS, rest: {} };
	expect(await failure(write(setting))).toMatchObject({ code: 'bad-config' });
	expect(requests).toEqual([]);
});

test.each<[status: number, code: string]>([
	[401, 'bad-config'],
	[403, 'bad-config'],
	[404, 'bad-config'],
	[429, 'throttled'],
	[400, 'rejected'],
	[302, 'unreadable-response'],
	[500, 'unavailable'],
])('an answer of HTTP %i: nothing is unknown, for nothing was sent', async (status, code) => {
	const before = await account(THEIRS).read();
	const refused: Exchange = async () => await Promise.resolve({ status, headers: {}, body: '', receivedAt: NOW });
	for (const work of [inbound.read(NUMBER, CONFIG, refused), inbound.write(before, CONFIG, refused)]) {
		expect(await failure(work)).toMatchObject({ code });
	}
});

test('no request holds a secret: the credential authorises it later', async () => {
	const { read, write, requests } = account(THEIRS);
	await write(await read());
	expect(requests.map(({ method }) => method)).toEqual(['GET', 'GET', 'GET', 'POST']);
	expect(JSON.stringify(requests)).not.toMatch(/dummy|authorization/i);
});
