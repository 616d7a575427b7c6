import fc from 'fast-check';
import { type WebhookRequest } from '../../lib/wire';
import { INBOUND_CARRIERS, type InboundCarrierId, RECEIPT_URL, REPLY_URL } from './inbound-carriers';
import { InboundShop, MARIA, orderEvent, TOM } from './inbound-shop';

const BODIES = 10_000;
const AT_ONCE = 100;

/** What nobody expects in a field. */
const ODD: readonly unknown[] = [
	null,
	true,
	0,
	-1,
	1e308,
	Number.MAX_SAFE_INTEGER + 2,
	'',
	' ',
	'0',
	'NaN',
	'9'.repeat(400),
	'constructor',
	'__proto__',
	'toString',
	'hasOwnProperty',
	'\u0000',
	'\ud83d',
	'x'.repeat(20_000),
	'STOP',
	"'; drop table sends; --",
	[],
	{},
	[[]],
	[null],
	JSON.parse('{"__proto__":{"id":1}}'),
	{ phone_number: {} },
];

/** As bytes carry it: without stray halves of characters. */
const asSent = (text: string) => Buffer.from(text).toString();

/** A JSON body with each of its values replaced by each odd one, and each field left out, repeated and renamed. */
function oddJson(body: string): string[] {
	const variants: string[] = [];
	const whole = JSON.parse(body) as object;
	const visit = (holder: Record<string, unknown>) => {
		for (const [name, value] of Object.entries(holder)) {
			for (const odd of ODD) {
				holder[name] = odd;
				variants.push(JSON.stringify(whole));
			}
			delete holder[name];
			variants.push(JSON.stringify(whole));
			holder[name] = value;
			const field = JSON.stringify(name);
			variants.push(body.replace(field, `${field}:1,${field}`), body.replace(field, '"__proto__"'));
			if (typeof value === 'object' && value !== null) visit(value as Record<string, unknown>);
		}
	};
	visit(whole as Record<string, unknown>);
	return variants;
}

/** The same for a form. */
function oddForm(body: string): string[] {
	const pairs = body.split('&');
	return pairs.flatMap((pair, index) => {
		const [name] = pair.split('=') as [string];
		const written = [
			...ODD.map((odd) => encodeURIComponent(asSent(typeof odd === 'string' ? odd : JSON.stringify(odd)))),
			'%',
			'%ff%fe',
			'%00',
			'a=b',
			'+',
		];
		return [
			...written.map((value) => pairs.with(index, `${name}=${value}`)),
			...written.map((value) => [...pairs, `${name}=${value}`]),
			...written.map((value) => [`${name}=${value}`, ...pairs]),
			pairs.toSpliced(index, 1),
			pairs.with(index, pair.replace(name, '__proto__')),
			pairs.with(index, pair.replace(name, `${name}[]`)),
		].map((changed) => changed.join('&'));
	});
}

/** Random from here on, the same every time: cut, flipped, mixed and no bodies at all. */
const randomBody = (real: readonly string[]) => {
	const one = fc.constantFrom(...real);
	return fc.oneof(
		fc.string({ unit: 'binary' }),
		fc.json(),
		fc.webQueryParameters(),
		fc.tuple(one, fc.nat()).map(([body, at]) => body.slice(0, at % body.length)),
		fc.tuple(one, fc.nat()).map(([body, at]) => body.slice(at % body.length)),
		fc
			.tuple(one, fc.nat(), fc.string({ unit: 'binary', maxLength: 3 }))
			.map(([body, at, text]) => body.slice(0, at % body.length) + text + body.slice((at % body.length) + 1)),
		fc.tuple(one, one, fc.nat()).map(([body, other, at]) => body.slice(0, at % body.length) + other),
		fc.constantFrom('', 'null', '[]', '{}', '"', '0', '[[[['.repeat(5_000), '&'.repeat(5_000), 'a='.repeat(5_000)),
	);
};

describe.each(Object.keys(INBOUND_CARRIERS) as InboundCarrierId[])('%s', (id) => {
	let shop: InboundShop;
	let bodies: string[];
	beforeEach(async () => {
		shop = await InboundShop.open(id);
		await shop.tell(orderEvent());
		await shop.tell(orderEvent({ orderNumber: '#1002', phone: TOM }));
		await shop.ledger.openEndpoint({ shop: 'default', kind: 'receipts', carrier: id, url: RECEIPT_URL }, shop.now);
		const real = [
			shop.of.reply({ id: 'in-1', from: MARIA, text: 'STOP 1001', handled: 'opt-out' }),
			shop.of.receipt({ id: 'out-1', to: MARIA, status: 'undelivered', errorCode: shop.of.landline }),
		];
		const systematic = real.flatMap(id === 'twilio' ? oddForm : oddJson);
		const random = fc.sample(randomBody(real), { seed: 20261122, numRuns: BODIES - systematic.length });
		bodies = [...systematic, ...random];
	}, 60_000);
	afterEach(() => shop.close());

	/** All of them, to URLs of ours and to odd ones, many at once. */
	async function receiveAll(prepare: (request: WebhookRequest) => WebhookRequest): Promise<string[]> {
		const urls = [
			REPLY_URL,
			`${RECEIPT_URL}?send=id-2`,
			`${RECEIPT_URL}?send=%`,
			`${RECEIPT_URL}?send=__proto__&send=1`,
		];
		const outcomes: string[] = [];
		for (let start = 0; start < bodies.length; start += AT_ONCE) {
			const chunk = bodies.slice(start, start + AT_ONCE).map(async (body, index) => {
				const received = await shop.receive(prepare(shop.webhook(body, urls[index % urls.length])));
				if (received === 'refused') return 'refused';
				return received.ignored.length > 0 ? 'ignored' : 'recorded';
			});
			outcomes.push(...(await Promise.all(chunk)));
		}
		return outcomes;
	}

	test(`${BODIES} bodies that are not proven change nothing`, async () => {
		expect(bodies).toHaveLength(BODIES);
		const before = shop.dump();
		const { headers } = shop.of.sign(shop.webhook('a body of its own'));
		const outcomes = await receiveAll((request) => (request.body.length % 2 ? request : { ...request, headers }));
		expect(new Set(outcomes)).toEqual(new Set(['refused']));
		expect(shop.dump()).toEqual(before);
	}, 120_000);

	test(`${BODIES} bodies that the carrier has signed crash nothing, and touch nobody else`, async () => {
		const rowsOf = () => shop.dump() as Record<string, Array<Record<string, unknown>>>;
		const [before, toms] = [rowsOf(), (row: Record<string, unknown>) => row.phone === TOM];
		const outcomes = await receiveAll((request) => shop.of.sign({ ...request, body: asSent(request.body) }));
		expect(outcomes).toHaveLength(BODIES);
		expect(outcomes.filter((one) => one === 'refused').length).toBeLessThan(BODIES / 100);
		// the harness reaches the code behind the proof, and not all of it is taken for a text
		for (const outcome of ['ignored', 'recorded']) {
			expect(outcomes.filter((one) => one === outcome).length).toBeGreaterThan(100);
		}
		const after = rowsOf();
		for (const table of [
			'orders',
			'order_refs',
			'parcels',
			'order_stages',
			'endpoints',
			'registrations',
			'migrations',
		]) {
			expect([table, after[table]]).toEqual([table, before[table]]);
		}
		for (const table of ['sends', 'opt_outs', 'order_opt_outs', 'dead_numbers']) {
			expect([table, after[table]?.filter(toms)]).toEqual([table, before[table]?.filter(toms)]);
		}
		expect(await shop.ruleFor(orderEvent({ orderNumber: '#1002', phone: TOM, stage: 'shipped' }))).toBe('sent');
		expect((await shop.hear('STOP', { from: TOM })).novelty).toBe('new');
		expect(await shop.ruleFor(orderEvent({ orderNumber: '#1003', phone: TOM }))).toBe('opted-out');
	}, 120_000);
});
