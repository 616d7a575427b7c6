// Whom a fault strikes and how often, and what is said about one that makes no sense.
import { TELNYX_ACCOUNT, TWILIO_ACCOUNT } from '../../sandbox/accounts';
import { parseFault, type FaultKind } from '../../sandbox/faults';
import { startSandbox, type Sandbox } from '../../sandbox/server';
import { telnyxClient, twilioClient } from './clients';
import { rejection } from './workflow-double';

const FROM = TWILIO_ACCOUNT.numbers[0].number;
const PHONE = '+14155550123';
const OTHER_PHONE = '+14155550124';

let sandbox: Sandbox;

beforeEach(async () => {
	sandbox = await startSandbox({ port: 0 });
});
afterEach(() => sandbox.stop());

const sendTwilio = ({ to = PHONE } = {}) => twilioClient(sandbox).messages.create({ to, from: FROM, body: 'Hi' });
const sendTelnyx = () =>
	telnyxClient(sandbox).messages.send({ to: PHONE, from: TELNYX_ACCOUNT.numbers[0].number, text: 'Hi' });

describe('whom a fault strikes', () => {
	const outcomes = async (count: number, to = PHONE) => {
		const results: number[] = [];
		for (let index = 0; index < count; index++) {
			results.push(
				await sendTwilio({ to }).then(
					() => 201,
					(error: { status: number }) => error.status,
				),
			);
		}
		return results;
	};

	test('the next N texts, and then it is over', async () => {
		sandbox.setFault({ kind: 'throttle', count: 2 });
		expect(await outcomes(4)).toEqual([429, 429, 201, 201]);
	});

	test('one phone only', async () => {
		sandbox.setFault({ kind: 'throttle', phone: OTHER_PHONE });
		expect(await outcomes(2)).toEqual([201, 201]);
		expect(await outcomes(2, OTHER_PHONE)).toEqual([429, 429]);
	});

	test('one carrier only', async () => {
		sandbox.setFault({ kind: 'throttle', carrier: 'telnyx' });
		expect(await outcomes(1)).toEqual([201]);
		expect(await rejection(sendTelnyx())).toMatchObject({ status: 429 });
	});

	test('a share of the texts, the same ones for the same seed', async () => {
		const run = async () => {
			await sandbox.stop();
			sandbox = await startSandbox({ port: 0, seed: 11 });
			sandbox.setFault({ kind: 'throttle', rate: 0.4 });
			const results = await outcomes(40);
			return { results, ids: sandbox.messages().map(({ id }) => id) };
		};
		const first = await run();
		const struck = first.results.filter((status) => status === 429).length;
		expect(struck).toBeGreaterThan(7);
		expect(struck).toBeLessThan(25);
		expect(await run()).toEqual(first);
	});

	test('without a seed, two sandboxes share no ids', async () => {
		const other = await startSandbox({ port: 0 });
		const unseeded = await startSandbox({ port: 0 });
		const ids = await Promise.all(
			[other, unseeded].map(
				async (one) => (await twilioClient(one).messages.create({ to: PHONE, from: FROM, body: 'Hi' })).sid,
			),
		);
		expect(ids[0]).not.toBe(ids[1]);
		await other.stop();
		await unseeded.stop();
	});

	test('a fault of the same kind replaces the one before, and a count of 0 takes it away', async () => {
		sandbox.setFault({ kind: 'throttle' });
		sandbox.setFault({ kind: 'throttle', count: 1 });
		expect(await outcomes(2)).toEqual([429, 201]);
		sandbox.setFault({ kind: 'throttle' });
		sandbox.setFault({ kind: 'throttle', count: 0 });
		expect(await outcomes(1)).toEqual([201]);
		sandbox.setFault({ kind: 'throttle' });
		sandbox.clearFaults();
		expect(await outcomes(1)).toEqual([201]);
	});
});

describe('faults from outside', () => {
	test('are taken with every field they may have', () => {
		const fault = {
			kind: 'delivery-failed',
			count: 3,
			rate: 0.5,
			phone: PHONE,
			carrier: 'telnyx',
			status: 'failed',
			code: '40001',
		};
		expect(parseFault(fault)).toEqual(fault);
		expect(parseFault({ kind: 'slow', ms: 10, count: null })).toEqual({ kind: 'slow', ms: 10 });
	});

	test.each<[unknown, RegExp]>([
		[null, /object/],
		[{}, /The kind of a fault is one of refuse, throttle/],
		[{ kind: 'nope' as FaultKind }, /The kind of a fault is one of/],
		[{ kind: 'slow', constructor: 1 }, /no field "constructor"/],
		[{ kind: 'slow', count: -1 }, /count of a fault is a whole number/],
		[{ kind: 'slow', rate: 1.5 }, /rate of a fault is a number from 0 to 1/],
		[{ kind: 'slow', carrier: 'vonage' }, /twilio or telnyx/],
		[{ kind: 'refuse', phone: PHONE }, /cannot be limited to one/],
	])('%j is explained', (value, words) => {
		expect(parseFault(value)).toMatch(words);
	});
});
